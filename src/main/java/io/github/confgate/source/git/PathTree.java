package io.github.confgate.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A folder and those of its entries that lead to tracked files; finds them in the raw bytes of a tree. */
final class PathTree {

    /**
     * @param path of the tracked file under this name; null when the name is only a folder on the way
     * @param folder null when the name is only a file
     */
    record Name(@Nullable String path, @Nullable PathTree folder) {}

    private final List<Name> names = new ArrayList<>();
    /** What each name is in a tree's bytes. */
    private final List<byte[]> spelled = new ArrayList<>();

    private final int[] table;

    private PathTree(String prefix, Collection<String> paths) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String path : new TreeSet<>(paths)) {
            int slash = path.indexOf('/', prefix.length());
            String name = path.substring(prefix.length(), slash < 0 ? path.length() : slash);
            byName.computeIfAbsent(name, each -> new ArrayList<>()).add(path);
        }
        byName.forEach((name, below) -> {
            String file = prefix + name;
            List<String> deeper =
                    below.stream().filter(path -> !path.equals(file)).toList();
            spelled.add(name.getBytes(UTF_8));
            names.add(new Name(
                    deeper.size() < below.size() ? file : null,
                    deeper.isEmpty() ? null : new PathTree(file + "/", deeper)));
        });
        table = new int[Integer.highestOneBit(Math.max(1, names.size())) * 4];
        for (int i = 0; i < names.size(); i++) {
            int slot = hash(spelled.get(i));
            while (table[slot & (table.length - 1)] != 0) {
                slot++;
            }
            table[slot & (table.length - 1)] = i + 1;
        }
    }

    static PathTree of(Collection<String> paths) {
        return new PathTree("", paths);
    }

    List<Name> names() {
        return names;
    }

    /** Which of {@link #names()} stands between two places of a tree's bytes; -1 for none. */
    int indexOf(int hash, byte[] tree, int start, int end) {
        for (int slot = hash; ; slot++) {
            int name = table[slot & (table.length - 1)] - 1;
            if (name < 0) {
                return -1;
            }
            byte[] bytes = spelled.get(name);
            if (Arrays.equals(bytes, 0, bytes.length, tree, start, end)) {
                return name;
            }
        }
    }

    private static int hash(byte[] name) {
        int hash = 0;
        for (byte each : name) {
            hash = 31 * hash + each;
        }
        return hash;
    }
}
