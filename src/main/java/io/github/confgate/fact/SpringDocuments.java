package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Part;
import io.github.confgate.source.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a Spring file with many, by what switches them on and by the keys that they have, so that thousands of
 * them are not asked one by one for each of thousands of keys.
 */
final class SpringDocuments {

    /** Fewer are asked one by one. */
    private static final int MANY = 8;

    /** Makes each table once as long as a few files are asked in turn. */
    static final class Cache {
        private static final int REMEMBERED = 16;

        private final IdentityHashMap<Document, SpringDocuments> known = new IdentityHashMap<>();

        SpringDocuments of(Document document) {
            SpringDocuments made = known.get(document);
            if (made == null) {
                if (known.size() == REMEMBERED) {
                    known.clear();
                }
                made = new SpringDocuments(document.parts());
                known.put(document, made);
            }
            return made;
        }
    }

    private final List<Part> parts;
    private final List<Integer> always = new ArrayList<>();
    private final Map<String, List<Integer>> byProfile = new HashMap<>();
    private final List<Integer> choices = new ArrayList<>();
    private final Map<List<String>, Chosen> chosen = new HashMap<>();
    private final Chosen unconditional;

    private SpringDocuments(List<Part> parts) {
        this.parts = parts;
        for (int i = 0; i < parts.size(); i++) {
            String expression = ProfileExpression.of(parts.get(i).id()).orElse(null);
            if (expression == null) {
                always.add(i);
            } else if (ProfileExpression.isName(expression)) {
                byProfile.computeIfAbsent(expression, key -> new ArrayList<>()).add(i);
            } else {
                choices.add(i);
            }
        }
        this.unconditional = new Chosen(always);
    }

    /** The documents that profiles switch on, lowest first. */
    List<Part> active(List<String> profiles) {
        Set<Integer> all = new TreeSet<>(always);
        all.addAll(chosen(profiles).places);
        return all.stream().map(parts::get).toList();
    }

    /** Those of them that may say something of a key, highest first. */
    Iterable<Part> saying(List<String> profiles, KeyPath key) {
        Chosen own = chosen(profiles);
        if (always.size() + own.places.size() <= MANY) {
            return reversed(active(profiles));
        }
        List<Numbers> found = new ArrayList<>();
        unconditional.find(key, found);
        own.find(key, found);
        return () -> new Downwards(found);
    }

    private static List<Part> reversed(List<Part> parts) {
        List<Part> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return reversed;
    }

    private Chosen chosen(List<String> profiles) {
        return chosen.computeIfAbsent(profiles, key -> {
            Set<Integer> places = new TreeSet<>();
            profiles.forEach(profile -> places.addAll(byProfile.getOrDefault(profile, List.of())));
            for (int i : choices) {
                if (ProfileExpression.accepts(parts.get(i), profiles)) {
                    places.add(i);
                }
            }
            return new Chosen(places);
        });
    }

    /** Goes through ascending numbers from their ends, each once. */
    private final class Downwards implements Iterator<Part> {
        private final List<Numbers> lists;
        private final int[] left;

        Downwards(List<Numbers> lists) {
            this.lists = lists;
            this.left = lists.stream().mapToInt(Numbers::size).toArray();
        }

        private int highest() {
            int highest = -1;
            for (int i = 0; i < left.length; i++) {
                highest =
                        left[i] == 0 ? highest : Math.max(highest, lists.get(i).get(left[i] - 1));
            }
            return highest;
        }

        @Override
        public boolean hasNext() {
            return highest() >= 0;
        }

        @Override
        public Part next() {
            int highest = highest();
            if (highest < 0) {
                throw new NoSuchElementException();
            }
            for (int i = 0; i < left.length; i++) {
                left[i] -= left[i] > 0 && lists.get(i).get(left[i] - 1) == highest ? 1 : 0;
            }
            return parts.get(highest);
        }
    }

    /** Some of the documents, and the keys that they have. */
    private final class Chosen {
        private final List<Integer> places;
        private @Nullable SpelledKeys keys;

        Chosen(Collection<Integer> places) {
            this.places = List.copyOf(places);
        }

        void find(KeyPath key, List<Numbers> found) {
            if (keys == null) {
                keys = new SpelledKeys(parts, places);
            }
            keys.find(key, found);
        }
    }
}
