package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds authentication that a service now asks for while an address of it carries no credentials. */
record AuthWithoutCredentials(RuleSheet sheet) implements RangeRule {

    private static final KeyGlob SWITCHES = KeyGlob.parse(
            "**.{*-auth,*-authentication,*-authorization,*-sasl,*-security}.{enabled,enable,required,authorization}");
    private static final KeyGlob NAMED_SWITCHES = KeyGlob.parse(
            "**.{*-auth,*-auth-enabled,*-authentication,*-authentication-enabled,*-authorization-enabled,"
                    + "*-require-auth,*-auth-required,*-enable-auth,*-sasl-enabled,*-security-enabled,*-acl-enabled,*-use-password}");
    private static final KeyGlob PASSWORDS = KeyGlob.parse("**.{*-requirepass,*-require-pass,*-requirepass-secret}");

    private record Asked(String service, @Nullable Environment environment) {}

    /** Addresses that carry no credentials: the first, and how many others there are. */
    private record Bare(Scope.Found first, int others) {}

    @Override
    public void look(List<Facts> changes, Said said) {
        Map<Asked, Optional<Bare>> known = new HashMap<>();
        for (Facts facts : changes) {
            if (isSwitchedOn(facts.change())) {
                for (String service : services(facts)) {
                    known.computeIfAbsent(
                                    new Asked(service, facts.environment()), asked -> bare(Scope.of(facts), service))
                            .ifPresent(bare -> tell(facts, service, bare, said));
                }
            }
        }
    }

    private static boolean isSwitchedOn(Change change) {
        Leaf now = change.after().orElse(null);
        if (now == null || change.kind() == Change.Kind.MOVED) {
            return false;
        }
        String old = change.before().map(Leaf::text).orElse("");
        if (PASSWORDS.matches(now.key())) {
            return !Nodes.isBlank(now.value()) && old.isBlank();
        }
        boolean on = Value.Truth.of(now.text()).filter(Value.Truth::isTrue).isPresent();
        boolean wasOn = Value.Truth.of(old).filter(Value.Truth::isTrue).isPresent();
        return on && !wasOn && (SWITCHES.matches(now.key()) || NAMED_SWITCHES.matches(now.key()));
    }

    /** The services that the key, else the file, is about; where it is none that is known, whatever the key names. */
    private static Set<String> services(Facts facts) {
        Set<String> services = ServiceAddresses.named(facts.change().key().toString());
        if (services.isEmpty()) {
            services = ServiceAddresses.named(facts.change().path());
        }
        if (services.isEmpty()) {
            services = ServiceAddresses.other(facts.change().key());
        }
        // What Elasticsearch calls its own.
        if (services.remove("xpack")) {
            services.add("elasticsearch");
        }
        return services;
    }

    private static Optional<Bare> bare(Scope scope, String service) {
        Map<String, Scope.Found> bare = new LinkedHashMap<>();
        List<String> schemes = ServiceAddresses.schemes(service);
        for (String word : schemes.isEmpty() ? List.of(service) : List.of(service, schemes.get(0))) {
            scope.leavesOf(word)
                    .filter(found -> ServiceAddresses.isBare(found, service, schemes))
                    .forEach(found -> bare.putIfAbsent(found.place(), found));
        }
        return bare.values().stream().findFirst().map(first -> new Bare(first, bare.size() - 1));
    }

    private static void tell(Facts facts, String service, Bare bare, Said said) {
        said.at(
                facts,
                facts.change().key() + " switches authentication on for " + service + " in " + Shown.place(facts)
                        + ", and " + bare.first().leaf().key() + " ("
                        + bare.first().place() + ") carries no credentials"
                        + (bare.others() == 0 ? "" : "; " + bare.others() + " others neither"));
    }
}
