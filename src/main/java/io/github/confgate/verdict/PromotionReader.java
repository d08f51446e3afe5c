package io.github.confgate.verdict;

import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code promotion:} of a policy. */
final class PromotionReader {

    private final Optional<TreeReader> promotion;

    PromotionReader(TreeReader root) {
        this.promotion = root.map("promotion").map(map -> map.only("levels", "environment-specific", "mapped"));
    }

    List<KeyGlob> environmentSpecific() {
        return promotion.map(map -> globs(map, "environment-specific")).orElse(List.of());
    }

    List<Map<String, String>> mapped() {
        return promotion.map(PromotionReader::mapped).orElse(List.of());
    }

    Map<Promotion.Status, Severity> levels() {
        EnumMap<Promotion.Status, Severity> levels = new EnumMap<>(Promotion.Status.class);
        Optional<TreeReader> map = promotion.flatMap(each -> each.map("levels"));
        map.ifPresent(each -> each.only(Arrays.stream(Promotion.Status.values())
                .map(Promotion.Status::id)
                .toArray(String[]::new)));
        for (Promotion.Status status : Promotion.Status.values()) {
            map.flatMap(each -> RulesReader.severity(each, status.id()))
                    .ifPresent(severity -> levels.put(status, severity));
        }
        return levels;
    }

    static List<KeyGlob> globs(TreeReader map, String key) {
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
}
