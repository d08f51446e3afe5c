package io.github.confgate.fact;

import java.util.List;

/**
 * How much code a key reaches.
 *
 * @param readers places that read it
 * @param classes that they are in
 * @param modules that those are in: folders before {@code src/main}
 */
public record Radius(int readers, int classes, int modules) {

    public static Radius of(List<Reader> readers) {
        long classes = readers.stream()
                .map(reader -> reader.repository() + ':' + reader.location().path() + '#' + reader.owner())
                .distinct()
                .count();
        long modules = readers.stream()
                .map(reader ->
                        reader.repository() + ':' + module(reader.location().path()))
                .distinct()
                .count();
        return new Radius(readers.size(), (int) classes, (int) modules);
    }

    private static String module(String path) {
        int main = ("/" + path).indexOf("/src/main/");
        return main < 0 ? "" : path.substring(0, main);
    }
}
