package io.github.confgate.verdict;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Suggestion;
import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.Circumstances;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.DeclaredLayers;
import io.github.confgate.rule.RuleId;
import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads {@code .confgate.yml}. What is wrong in it is a {@link UsageException} with file, line and column. */
public final class PolicyReader {

    private static final int MOST_POINTS = 100;

    private final Function<List<String>, Predicate<RuleId>> rules;

    /**
     * Reads policies that may name only rules that exist.
     *
     * @param rules which rules there are, given the globs of the team's own sheets
     */
    public PolicyReader(Function<List<String>, Predicate<RuleId>> rules) {
        this.rules = rules;
    }

    /** Reads a policy; {@code name} is how messages call the file. */
    public Policy read(String name, byte[] bytes) {
        TreeReader root = TreeReader.of(parse(name, bytes))
                .only(
                        "version",
                        "environments",
                        "evidence",
                        "documents",
                        "layers",
                        "code",
                        "promotion",
                        "freeze",
                        "ramp",
                        "rules",
                        "gate",
                        "waivers",
                        "limits");
        root.text("version").filter(version -> !version.equals("1")).ifPresent(version -> {
            throw root.at("version", "`version` is 1");
        });
        List<DeclaredEnvironment> environments = EnvironmentsReader.environments(root);
        PromotionReader promotion = new PromotionReader(root);
        List<String> sheets = RulesReader.sheets(root);
        RulesReader settings = new RulesReader(rules.apply(sheets));
        return new Policy(
                environments,
                EnvironmentsReader.evidence(root),
                documents(root),
                layers(root),
                DeclaredCodeReader.read(root),
                promotion.environmentSpecific(),
                promotion.mapped(),
                FreezeReader.read(root, environments),
                rampStep(root),
                settings.read(root, promotion.levels()),
                sheets,
                GateReader.read(root, environments),
                new WaiversReader(settings, environments).read(root),
                LimitsReader.read(root));
    }

    /** The tree of a policy, valid or not. */
    public static Document parse(String name, byte[] bytes) {
        Parsed parsed = Documents.parse(name, bytes, Format.YAML, Limits.standard());
        if (parsed instanceof Parsed.Failed failed) {
            throw new UsageException(name + ":" + failed.diagnostic().line() + ": "
                    + failed.diagnostic().message());
        }
        Parsed.Ok ok = (Parsed.Ok) parsed;
        if (!ok.remarks().isEmpty()) {
            // Of a key that stands twice nobody knows which one its readers have seen.
            throw new UsageException(name + ":" + ok.remarks().get(0).line() + ": "
                    + ok.remarks().get(0).message());
        }
        return ok.document();
    }

    private static List<ConfigurationFiles.Extra> documents(TreeReader root) {
        List<String> formats = Arrays.stream(Format.values()).map(Format::id).toList();
        return root.maps("documents").stream()
                .map(map -> map.only("paths", "format", "ignore"))
                .map(map -> new ConfigurationFiles.Extra(
                        map.texts("paths"),
                        map.oneOf("format", PolicyReader::format, formats).orElse(null),
                        map.flag("ignore", false)))
                .toList();
    }

    private static List<DeclaredLayers> layers(TreeReader root) {
        Set<String> known = EnvironmentsReader.environments(root).stream()
                .map(DeclaredEnvironment::name)
                .collect(Collectors.toSet());
        List<DeclaredLayers> layers = new ArrayList<>();
        for (TreeReader map : root.maps("layers")) {
            map.only("environment", "paths");
            String environment = map.required("environment");
            if (!known.isEmpty() && !known.contains(environment)) {
                throw map.at(
                        "environment",
                        "there is no environment `" + environment + "`" + Suggestion.didYouMean(environment, known));
            }
            if (map.texts("paths").isEmpty()) {
                throw map.here("`paths` names the files, lowest layer first");
            }
            layers.add(new DeclaredLayers(environment, map.texts("paths")));
        }
        return layers;
    }

    private static int rampStep(TreeReader root) {
        return root.map("ramp")
                .map(map -> map.only("step"))
                .flatMap(map -> map.parsed("step", text -> LimitsReader.number(text, MOST_POINTS)))
                .orElse(Circumstances.STANDARD_STEP);
    }

    private static Optional<Format> format(String id) {
        return Arrays.stream(Format.values())
                .filter(format -> format.id().equals(id))
                .findFirst();
    }
}
