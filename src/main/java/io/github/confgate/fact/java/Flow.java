package io.github.confgate.fact.java;

/** How a value goes from one name to the next. */
final class Flow {

    private Flow() {}

    /** The name of {@code this.x} and of {@code x}; empty for anything else. */
    static String field(Code code) {
        if (code instanceof Code.Member member
                && member.of() instanceof Code.Name name
                && name.name().equals("this")) {
            return member.name();
        }
        return code instanceof Code.Name name ? name.name() : "";
    }
}
