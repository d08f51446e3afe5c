package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Kind;
import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.KeyRef.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The types that configuration is bound to, and under which prefix: Spring's and Micronaut's
 * {@code @ConfigurationProperties} (on types and on {@code @Bean} methods), Spring's {@code Binder}, Quarkus's
 * {@code @ConfigMapping}, MicroProfile's {@code @ConfigProperties}, Micronaut's {@code @EachProperty}, and what extends
 * Dropwizard's {@code Configuration}, which is bound to the whole file.
 */
final class BoundTypes {

    private static final Set<String> MARKS =
            Set.of("ConfigurationProperties", "ConfigMapping", "ConfigProperties", "EachProperty");

    private static final int[] DECLARING = Words.hashes(
            Words.At.CODE, List.of("configurationproperties", "configmapping", "configproperties", "eachproperty"));
    private static final int BINDER = Words.hash(Words.At.CODE, "binder");
    private static final int BIND = Words.hash(Words.At.CODE, "bind");
    private static final int DROPWIZARD = Words.hash(Words.At.CODE, "dropwizard");
    private static final int CONFIGURATION = Words.hash(Words.At.CODE, "configuration");

    private final Program program;
    private final Texts texts;

    BoundTypes(Program program, Texts texts) {
        this.program = program;
        this.texts = texts;
    }

    /**
     * A type with its prefix.
     *
     * @param type empty when it is one of a library
     * @param in where the prefix is said
     */
    record Root(KeyRef prefix, Optional<Decl> type, TypeUse use, Decl in, Place at) {}

    /** Whether a file can declare one. */
    static boolean mayDeclare(Words words) {
        return words.hasAny(DECLARING)
                || (words.has(BINDER) && words.has(BIND))
                || (words.has(DROPWIZARD) && words.has(CONFIGURATION));
    }

    List<Root> of(Decl decl) {
        List<Root> roots = new ArrayList<>();
        for (Mark mark : decl.type().marks()) {
            if (MARKS.contains(mark.name()) && decl.type().kind() != Kind.ANNOTATION) {
                prefix(mark, decl)
                        .ifPresent(prefix -> roots.add(new Root(
                                outer(decl, mark).map(prefix::under).orElse(prefix),
                                Optional.of(decl),
                                TypeUse.NONE,
                                decl,
                                mark.at())));
            }
        }
        for (Method method : decl.type().methods()) {
            Decl in = decl.in(method);
            Mark.find(method.marks(), "ConfigurationProperties").ifPresent(mark -> prefix(mark, in)
                    .ifPresent(prefix -> roots.add(new Root(
                            prefix, program.type(method.gives().name(), decl.file()), method.gives(), in, mark.at()))));
        }
        if (isDropwizard(decl)) {
            roots.add(new Root(
                    KeyRef.of("", From.CONFIGURATION),
                    Optional.of(decl),
                    TypeUse.NONE,
                    decl,
                    decl.type().at()));
        }
        Program.bodies(decl)
                .forEach(body -> body.code().flatMap(Code::all).forEach(code -> binder(code, body.in(), roots)));
        return roots;
    }

    private Optional<KeyRef> prefix(Mark mark, Decl in) {
        Optional<Code> said = mark.value("prefix", "value");
        String text = said.flatMap(code -> texts.of(code, in)).orElse("");
        if (text.isEmpty() && said.isPresent() && !(said.get() instanceof Code.Text)) {
            return Optional.empty();
        }
        KeyRef prefix = KeyRef.of(text, From.CONFIGURATION);
        return Optional.of(
                mark.name().equals("EachProperty") ? KeyRef.of(text + "." + Keys.UNKNOWN, From.CONFIGURATION) : prefix);
    }

    /** Micronaut: the prefix of a type within another goes on from that of the outer one. */
    private Optional<KeyRef> outer(Decl decl, Mark mark) {
        boolean micronaut = decl.file().imports().stream().anyMatch(each -> each.startsWith("io.micronaut."));
        return micronaut && MARKS.contains(mark.name())
                ? Program.around(decl)
                        .flatMap(around -> of(around).stream().map(Root::prefix).findFirst())
                : Optional.empty();
    }

    private static boolean isDropwizard(Decl decl) {
        return decl.type().above().stream().anyMatch(use -> use.simple().equals("Configuration"))
                && decl.file().imports().stream().anyMatch(each -> each.startsWith("io.dropwizard"));
    }

    /** {@code Binder.get(environment).bind("prefix", Type.class)}. */
    private void binder(Code code, Decl in, List<Root> roots) {
        if (code instanceof Code.Call call
                && call.arguments().size() >= 2
                && call.name().startsWith("bind")
                && call.on() != null
                && call.on().all().anyMatch(each -> isBinder(each, in))) {
            Optional<TypeUse> use = call.arguments()
                    .get(1)
                    .all()
                    .filter(Code.TypeOf.class::isInstance)
                    .map(each -> ((Code.TypeOf) each).type())
                    .findFirst();
            Optional<String> prefix = texts.of(call.arguments().get(0), in);
            if (use.isPresent() && prefix.isPresent()) {
                roots.add(new Root(
                        KeyRef.of(prefix.get(), From.CONFIGURATION),
                        program.type(use.get().name(), in.file()),
                        use.get(),
                        in,
                        call.at()));
            }
        }
    }

    private boolean isBinder(Code code, Decl in) {
        return code instanceof Code.Name name
                && (name.name().equals("Binder")
                        || Types.of(name, in, program).simple().equals("Binder"));
    }
}
