package io.github.confgate.fact.java;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How code gets at what a list, a stream or an {@code Optional} holds: in loops, in lambdas and by methods it names. */
final class Items {

    /** What gives one of the items. */
    private static final Set<String> ONE =
            Set.of("next", "get", "getFirst", "getLast", "orElse", "orElseGet", "orElseThrow");

    /** What gives something that holds the same, or fewer of them. */
    private static final Set<String> SAME = Set.of(
            "iterator",
            "stream",
            "parallelStream",
            "filter",
            "sorted",
            "distinct",
            "limit",
            "skip",
            "peek",
            "toList",
            "collect",
            "findFirst",
            "findAny",
            "subList",
            "takeWhile",
            "dropWhile");

    private Items() {}

    /** An item, as a loop gets it. */
    static Code of(Code all) {
        return new Code.Call(new Code.Call(all, "iterator", List.of(), all.at()), "next", List.of(), all.at());
    }

    /** What a call takes one item of; null when it does not. */
    static @Nullable Code takenFrom(Code code) {
        return code instanceof Code.Call call && ONE.contains(call.name()) ? call.on() : null;
    }

    /** What holds what this does. */
    static @Nullable Code sameAs(Code code) {
        return code instanceof Code.Call call && SAME.contains(call.name()) ? call.on() : null;
    }

    /** What the parameter of a lambda is an item of; null where a name is no such parameter. */
    static @Nullable Code givenTo(Code.Name parameter, JavaFile.Method method) {
        return Decl.binder(method, parameter) instanceof Code.Call call
                        && call.arguments().stream()
                                .anyMatch(each -> each instanceof Code.Lambda lambda
                                        && lambda.names().equals(List.of(parameter.name())))
                ? call.on()
                : null;
    }
}
