package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Variables, locals and modules that an expression of Terraform names and no file of its folder defines. */
final class TerraformReferences {

    private static final Pattern REFERENCE = Pattern.compile("(?<![\\w.-])(var|local|module)\\.([A-Za-z_][\\w-]*)");
    private static final Map<String, String> BLOCKS = Map.of("var", "variable", "local", "locals", "module", "module");
    private static final int LONGEST = 4_000;

    private record Defined(String folder) {}

    private TerraformReferences() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            if (now != null && isTerraform(change.path()) && now.text().length() <= LONGEST) {
                judge(facts, now.text(), change.before().map(Leaf::text).orElse(""), said);
            }
        }
    }

    private static boolean isTerraform(String path) {
        return path.endsWith(".tf") || path.endsWith(".tf.json");
    }

    private static void judge(Facts facts, String now, String old, RangeRule.Said said) {
        Matcher reference = REFERENCE.matcher(now);
        while (reference.find()) {
            if (old.contains(reference.group())) {
                continue;
            }
            Set<String> defined = defined(facts);
            String kind = BLOCKS.getOrDefault(reference.group(1), "");
            boolean some = defined.stream().anyMatch(each -> each.startsWith(kind + "."));
            if (some && !defined.contains(kind + "." + reference.group(2))) {
                said.at(
                        facts,
                        Severity.HIGH,
                        facts.change().key() + " refers to `" + Shown.value(reference.group())
                                + "`, which no file of its folder defines");
                return;
            }
        }
    }

    /** {@code variable.db_size}, {@code locals.name}: what the files of the folder define. */
    private static Set<String> defined(Facts facts) {
        String path = facts.change().path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return facts.around().once(new Defined(folder), () -> {
            Set<String> names = new HashSet<>();
            facts.around().after().paths().stream()
                    .filter(each ->
                            each.startsWith(folder) && each.indexOf('/', folder.length()) < 0 && isTerraform(each))
                    .flatMap(each -> facts.around().after().document(each).stream())
                    .forEach(document -> collect(document, names));
            return names;
        });
    }

    private static void collect(Document document, Set<String> names) {
        for (Part part : document.parts()) {
            if (part.root() instanceof Node.Mapping root) {
                for (String block : BLOCKS.values()) {
                    add(block, root.get(block), names);
                }
            }
        }
    }

    private static void add(String block, @Nullable Node node, Set<String> names) {
        if (node instanceof Node.Mapping map) {
            map.entries().forEach(entry -> names.add(block + "." + entry.key()));
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> add(block, item, names));
        }
    }
}
