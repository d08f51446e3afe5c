package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.change.NameWords;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.SameEnds;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentNames;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Confidence;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds values in production that belong to an earlier environment: they name it, or they say which account, tenant or
 * store is meant, differed between the environments so far, and are those of the earlier one now. Addresses are left to
 * the rules about endpoints.
 */
record ValueOfAnotherEnvironment(RuleSheet sheet) implements Rule {

    /** Keys that say which of several equal things is meant, so that environments have to differ in them. */
    private static final KeyGlob IDENTITIES = KeyGlob.parse(
            "**.*-{account,accounts,account-id,project,project-id,tenant,"
                    + "tenant-id,bucket,bucket-name,buckets,cluster,cluster-name,cluster-id,subscription,subscription-id,namespace,"
                    + "database,database-name,db-name,dbname,vpc,vpc-id,subnet,subnet-id,realm,workspace,organization-id,"
                    + "resource-group,topic,topics,topic-name,queue,queue-name,exchange,stream,stream-name,table-name,vault-name,key-vault,role-arn,kms-key,hosted-zone,environment,env,stage,profile,profiles}");

    private static final KeyGlob DATABASES = KeyGlob.parse("**.{db,database,datasource}.{name,schema}");
    private static final KeyGlob WORDS = KeyGlob.parse(
            "**.*-{description,comment,comments,note,notes,message,title,text,label,labels,annotations,image,tag,version,"
                    + "repository,repo,branch,ref,target-revision,revision,chart,on-profile,docs,documentation,help,example,banner,"
                    + "template-vars,log,logs,level,ignore,exclude,excludes,allowed,groups,group,teams,users,roles,members,origins,dependencies,display-name}{,.**}");
    /** Names with dots that are no hosts. */
    private static final KeyGlob DOTTED =
            KeyGlob.parse("**.*-{topic,topics,topic-name,queue,queue-name,exchange,stream,stream-name}");

    /** Names with dots of what a program reads its settings from. */
    private static final KeyGlob MODULES = KeyGlob.parse(
            "**.*-{module,settings-module,settings,config,config-class,config-file,config-name,package,configuration}");

    /** Consumers that share their work, not people. */
    private static final KeyGlob GROUPS = KeyGlob.parse(
            "**.{*-consumer-group,*-consumer-group-id,*-resource-group,consumer.group,consumer.group-id,*-group-id}");

    private static final Set<String> EVERYDAY = Set.of("test", "integration", "local", "sandbox", "development", "qa");
    private static final int LONGEST = 200;
    /** A shorter name has too little around its stage. */
    private static final int LEAST = 8;

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        Environment environment = facts.environment();
        boolean judged = change.kind() == Change.Kind.ADDED || change.kind() == Change.Kind.MODIFIED;
        if (now == null
                || environment == null
                || !judged
                || facts.distance() != 0
                || facts.reaches().isEmpty()) {
            return Stream.empty();
        }
        if (!(now.value() instanceof Node.Scalar scalar)
                || scalar.type() != ScalarType.STRING && scalar.type() != ScalarType.INTEGER
                || scalar.text().isBlank()
                || scalar.text().length() > LONGEST
                || facts.shown().secret()) {
            return Stream.empty();
        }
        String text = scalar.text().strip();
        Optional<String> stage = stage(text, facts, now.key()).or(() -> exchanged(text, facts));
        boolean counterpart = stage.isEmpty() && isOfCounterpart(facts, text);
        // Asked last: few values get here.
        if ((stage.isEmpty() && !counterpart) || (WORDS.matches(now.key()) && !GROUPS.matches(now.key()))) {
            return Stream.empty();
        }
        return counterpart
                ? said(facts, "is what an earlier environment holds here", Confidence.MEDIUM)
                : said(facts, "names " + stage.get(), sheet.confidence());
    }

    private Stream<Finding> said(Facts facts, String what, Confidence confidence) {
        Change change = facts.change();
        String message = change.key() + " in " + Shown.place(facts) + " is given `"
                + Shown.value(facts.shown().now()) + "`, which " + what;
        return Stream.of(new Finding(sheet, sheet.severity(), confidence, facts, change.region(), message, List.of()));
    }

    /** The earlier stage that a name, not a sentence, is made with; not where it was so before or the key says so. */
    private static Optional<String> stage(String text, Facts facts, KeyPath key) {
        if (named(text, facts, true).isEmpty()
                || text.chars().anyMatch(Character::isWhitespace)
                || (!Address.in(text).isEmpty() && !DOTTED.matches(key))) {
            return Optional.empty();
        }
        Optional<String> named = named(text, facts, isIdentity(key) || wasProduction(facts));
        boolean before = facts.change()
                .before()
                .filter(old -> named(old.text(), facts, true).isPresent())
                .isPresent();
        boolean production = NameWords.of(text).stream().anyMatch(word -> EnvironmentNames.canonical(word)
                .filter("production"::equals)
                .isPresent());
        return before || production || isKeyOfStage(key) ? Optional.empty() : named;
    }

    /** {@code mode: live}: what is said by name alone is a stage, whatever its key. */
    private static boolean wasProduction(Facts facts) {
        return facts.change()
                .before()
                .flatMap(old -> EnvironmentNames.canonical(old.text().strip().toLowerCase(Locale.ROOT)))
                .filter("production"::equals)
                .isPresent();
    }

    /** {@code acmeprodstore} to {@code acmeteststore}: one stage in the place of another, and nothing else is new. */
    private static Optional<String> exchanged(String text, Facts facts) {
        String old = facts.change().before().map(leaf -> leaf.text().strip()).orElse("");
        if (Math.min(old.length(), text.length()) < LEAST
                || text.chars().anyMatch(Character::isWhitespace)
                || (!Address.in(text).isEmpty()
                        && !MODULES.matches(facts.change().key()))) {
            return Optional.empty();
        }
        int start = SameEnds.prefix(old, text);
        int end = SameEnds.suffix(old, text, start);
        Optional<String> was = stageOf(old.substring(start, old.length() - end));
        Optional<String> is = stageOf(text.substring(start, text.length() - end));
        return was.filter("production"::equals).isPresent()
                ? is.filter(facts.lowerEnvironments()::contains)
                : Optional.empty();
    }

    private static Optional<String> stageOf(String word) {
        return EnvironmentNames.canonical(word.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> named(String text, Facts facts, boolean identity) {
        for (String word : NameWords.of(text)) {
            Optional<String> stage = EnvironmentNames.canonical(word);
            if (stage.isPresent()
                    && facts.lowerEnvironments().contains(stage.get())
                    && (identity || !EVERYDAY.contains(stage.get()) || (word.length() < 4 && !word.equals("int")))) {
                return stage;
            }
        }
        return Optional.empty();
    }

    private static boolean isIdentity(KeyPath key) {
        return IDENTITIES.matches(key) || DATABASES.matches(key) || GROUPS.matches(key);
    }

    private static boolean isKeyOfStage(KeyPath key) {
        return NameWords.of(key.toString().toLowerCase(Locale.ROOT)).stream()
                .anyMatch(word -> EnvironmentNames.canonical(word)
                        .filter(stage -> !stage.equals("production"))
                        .isPresent());
    }

    /** Whether the environments differed here and production now has the value of an earlier one. */
    private static boolean isOfCounterpart(Facts facts, String text) {
        Change change = facts.change();
        Leaf old = change.before().orElse(null);
        if (change.kind() != Change.Kind.MODIFIED || old == null || text.length() < 3 || !isIdentity(change.key())) {
            return false;
        }
        if (facts.promotion().restores() != null || facts.promotion().elsewhere() != null) {
            return false;
        }
        return facts.lowerEnvironments().stream()
                .flatMap(stage -> facts.around().counterparts(change, stage))
                .anyMatch(document -> holds(document, change, text));
    }

    private static boolean holds(Document document, Change change, String text) {
        KeyPath key = change.after().map(Leaf::key).orElse(KeyPath.ROOT);
        return Lookup.part(document, change.part().id())
                .flatMap(part -> Lookup.find(part, key))
                .filter(held -> !held.member()
                        && held.leaves().stream()
                                .anyMatch(leaf -> leaf.text().strip().equals(text)))
                .isPresent();
    }
}
