package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What lies around the changes of a range: the files before it and after it, and where each belongs. Nothing of it is read
 * until a rule asks; a rule asks only about changes that may concern it. For one thread.
 */
public final class Surroundings {

    private final State before;
    private final Tree after;
    private final EnvironmentMap environments;
    private final Layers layers;
    private final Readership readership;
    private final Circumstances circumstances;
    private final Walked walkedBefore = new Walked();
    private final Walked walkedAfter = new Walked();
    private final Map<Object, Object> worked = new HashMap<>();

    /**
     * @param before the files before, each by the path that it has after
     * @param after the files after
     */
    public Surroundings(State before, Tree after, EnvironmentMap environments, Layers layers) {
        this(before, after, environments, layers, Readership.NONE, Circumstances.NONE);
    }

    private Surroundings(
            State before,
            Tree after,
            EnvironmentMap environments,
            Layers layers,
            Readership readership,
            Circumstances circumstances) {
        this.before = before;
        this.after = after;
        this.environments = environments;
        this.layers = layers;
        this.readership = readership;
        this.circumstances = circumstances;
    }

    /** The same, and who reads what. */
    public Surroundings with(Readership known) {
        return new Surroundings(before, after, environments, layers, known, circumstances);
    }

    /** The same, and what is known of the range besides its files. */
    public Surroundings with(Circumstances known) {
        return new Surroundings(before, after, environments, layers, readership, known);
    }

    /** What is known of the range besides its files. */
    public Circumstances circumstances() {
        return circumstances;
    }

    /** Who reads keys beside those that changed. */
    public Readership readership() {
        return readership;
    }

    /** Nothing known around. */
    public static Surroundings none() {
        EnvironmentMap none = EnvironmentMap.of(List.of(), Map.of(), List.of());
        return new Surroundings(State.empty(), Tree.empty(), none, Layers.of(none, List.of(), State.empty()));
    }

    public State before() {
        return before;
    }

    public Tree after() {
        return after;
    }

    public EnvironmentMap environments() {
        return environments;
    }

    /** What environments really get of the files. */
    public Layers layers() {
        return layers;
    }

    /** Where the key of a change belongs. */
    public Placement placement(Change change) {
        return environments.of(change.path(), change.part().id(), key(change));
    }

    /** The part of its file that a change is in, as it was; empty where there was none. */
    public Optional<Part> partBefore(Change change) {
        return part(before.document(change.path()), change);
    }

    /** The part of its file that a change is in, as it is now; empty where there is none. */
    public Optional<Part> partAfter(Change change) {
        return part(after.document(change.path()), change);
    }

    /** All leaves of the part that a change is in, as it was. */
    public List<Leaf> leavesBefore(Change change) {
        return partBefore(change).map(walkedBefore::leaves).orElse(List.of());
    }

    /** All leaves of the part that a change is in, as it is now. */
    public List<Leaf> leavesAfter(Change change) {
        return partAfter(change).map(walkedAfter::leaves).orElse(List.of());
    }

    /** What the counterparts of a change's document in another environment hold under its key, as they are now. */
    public List<Leaf> counterpartValues(Change change, String environment) {
        Environment from = placement(change).environment();
        Wanted wanted = Wanted.of(change, List.of());
        return counterpartStacks(placement(change), environment).stream()
                .flatMap(other -> {
                    Environment to = other.environment();
                    List<Wanted> there =
                            from == null || to == null ? List.of(wanted) : environments.exchanged(wanted, from, to);
                    return there.stream()
                            .flatMap(each -> layers
                                    .stack(other)
                                    .find(after, other.part() == null ? each.part() : other.part(), each.key())
                                    .stream());
                })
                .flatMap(found -> found.held().leaves().stream())
                .toList();
    }

    /** The counterparts of a document, of those that get their values alike only the first. */
    private List<Placement> counterpartStacks(Placement of, String environment) {
        return counterparts(of, environment, "stacks", found -> {
            Set<Stack> seen = new HashSet<>();
            return found.filter(other ->
                    !(layers.stack(other) instanceof LayerStack stack) || !stack.hasProfiles() || seen.add(stack));
        });
    }

    /** The counterparts of a change's document in another environment, as they are now; those of its region first. */
    public Stream<Document> counterparts(Change change, String environment) {
        return counterparts(placement(change), environment, "paths", found -> {
                    Set<String> seen = new HashSet<>();
                    return found.filter(other -> seen.add(other.path()));
                })
                .stream()
                .flatMap(other -> after.document(other.path()).stream());
    }

    /** Some of the counterparts of a document, worked out once where others have the same. */
    private List<Placement> counterparts(
            Placement of, String environment, String what, UnaryOperator<Stream<Placement>> some) {
        Supplier<List<Placement>> work = () ->
                some.apply(environments.counterparts(of, environment).stream()).toList();
        Environment own = of.environment();
        return own != null && own.answersTo(environment)
                ? work.get()
                : once(new Some(what, EnvironmentMap.Alike.of(of, environment)), work);
    }

    private record Some(String what, EnvironmentMap.Alike alike) {}

    /**
     * What rules work out of these files, once for all the changes that ask.
     *
     * @param what tells it from everything else that is worked out; of a type of its own
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Object what, Supplier<T> work) {
        T known = (T) worked.get(what);
        if (known == null) {
            known = work.get();
            worked.put(what, known);
        }
        return known;
    }

    private static Optional<Part> part(Optional<Document> document, Change change) {
        return document.flatMap(found -> Lookup.part(found, change.part().id()));
    }

    private static KeyPath key(Change change) {
        return change.after().or(change::before).map(Leaf::key).orElse(KeyPath.ROOT);
    }

    /** The leaves of the part that was asked for last: the changes of a file come one after the other. */
    private static final class Walked {
        private final IdentityHashMap<Part, List<Leaf>> last = new IdentityHashMap<>(1);

        List<Leaf> leaves(Part wanted) {
            List<Leaf> leaves = last.get(wanted);
            if (leaves == null) {
                leaves = Leaves.of(wanted);
                last.clear();
                last.put(wanted, leaves);
            }
            return leaves;
        }
    }
}
