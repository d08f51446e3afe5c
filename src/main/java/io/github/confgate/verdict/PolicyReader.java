package io.github.confgate.verdict;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Suggestion;
import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.DeclaredLayers;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads {@code .confgate.yml}. What is wrong in it is a {@link UsageException} with file, line and column. */
public final class PolicyReader {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::id).toList();

    private final Predicate<RuleId> isRule;

    /** Reads policies that may name only rules that exist. */
    public PolicyReader(Predicate<RuleId> isRule) {
        this.isRule = isRule;
    }

    /** Reads a policy; {@code name} is how messages call the file. */
    public Policy read(String name, byte[] bytes) {
        Parsed parsed = Documents.parse(name, bytes, Format.YAML, Limits.standard());
        if (parsed instanceof Parsed.Failed failed) {
            throw new UsageException(name + ":" + failed.diagnostic().line() + ": "
                    + failed.diagnostic().message());
        }
        Document document = ((Parsed.Ok) parsed).document();
        TreeReader root = TreeReader.of(document)
                .only(
                        "version",
                        "environments",
                        "evidence",
                        "documents",
                        "layers",
                        "promotion",
                        "freeze",
                        "rules",
                        "gate",
                        "waivers");
        root.text("version").filter(version -> !version.equals("1")).ifPresent(version -> {
            throw root.at("version", "`version` is 1");
        });
        for (String later : List.of("freeze", "waivers")) {
            if (root.has(later)) {
                throw root.at(later, "`" + later + "` is not supported by this version of confgate");
            }
        }
        Optional<TreeReader> promotion =
                root.map("promotion").map(map -> map.only("levels", "environment-specific", "mapped"));
        Optional<TreeReader> gate = root.map("gate").map(map -> map.only("fail-on", "mode"));
        return new Policy(
                EnvironmentsReader.environments(root),
                EnvironmentsReader.evidence(root),
                documents(root),
                layers(root),
                promotion.map(map -> globs(map, "environment-specific")).orElse(List.of()),
                promotion.map(PolicyReader::mapped).orElse(List.of()),
                settings(root, promotion),
                gate.flatMap(map -> map.oneOf("fail-on", Severity::of, SEVERITIES))
                        .orElse(Severity.HIGH),
                gate.flatMap(map -> map.oneOf("mode", PolicyReader::mode, List.of("enforce", "observe")))
                        .orElse(false));
    }

    private static Optional<Boolean> mode(String text) {
        return text.equals("observe") || text.equals("enforce")
                ? Optional.of(text.equals("observe"))
                : Optional.empty();
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

    private static Optional<Format> format(String id) {
        return Arrays.stream(Format.values())
                .filter(format -> format.id().equals(id))
                .findFirst();
    }

    private static List<KeyGlob> globs(TreeReader map, String key) {
        return map.texts(key).stream()
                .map(glob -> {
                    try {
                        return KeyGlob.parse(glob);
                    } catch (IllegalArgumentException e) {
                        throw map.at(key, "`" + glob + "` is no key pattern: " + e.getMessage());
                    }
                })
                .toList();
    }

    private static List<Map<String, String>> mapped(TreeReader promotion) {
        List<Map<String, String>> pairs = new ArrayList<>();
        for (TreeReader map : promotion.maps("mapped")) {
            Map<String, String> pair = new LinkedHashMap<>();
            map.keys().forEach(name -> pair.put(name, map.required(name)));
            if (pair.size() < 2) {
                throw map.here("a pair names two environments and what each of them says");
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private RuleSettings settings(TreeReader root, Optional<TreeReader> promotion) {
        Optional<TreeReader> rules = root.map("rules").map(map -> map.only("disable", "severity", "version"));
        Set<RuleId> disabled = new HashSet<>();
        Map<RuleId, Severity> severities = new HashMap<>();
        rules.ifPresent(map -> {
            map.texts("disable").forEach(id -> disabled.add(rule(map, "disable", id)));
            map.map("severity").ifPresent(each -> each.keys()
                    .forEach(id -> severities.put(
                            rule(each, id, id),
                            each.oneOf(id, Severity::of, SEVERITIES)
                                    .orElseThrow(() -> each.at(id, "a severity is missing")))));
        });
        return new RuleSettings(disabled, severities, levels(promotion));
    }

    private static Map<Promotion.Status, Severity> levels(Optional<TreeReader> promotion) {
        EnumMap<Promotion.Status, Severity> levels = new EnumMap<>(Promotion.Status.class);
        Optional<TreeReader> map = promotion.flatMap(each -> each.map("levels"));
        for (Promotion.Status status : Promotion.Status.values()) {
            map.flatMap(each -> each.oneOf(status.id(), Severity::of, SEVERITIES))
                    .ifPresent(severity -> levels.put(status, severity));
        }
        map.ifPresent(each -> each.only(Arrays.stream(Promotion.Status.values())
                .map(Promotion.Status::id)
                .toArray(String[]::new)));
        return levels;
    }

    private RuleId rule(TreeReader map, String key, String id) {
        if (!RuleId.isValid(id) || !isRule.test(new RuleId(id))) {
            throw map.at(key, "there is no rule `" + id + "`; `confgate rules list` names them");
        }
        return new RuleId(id);
    }
}
