package io.github.confgate.verdict;

import java.util.List;

/** Knows what people have accepted about a range from outside of it: a file, a forge. Asked only when it matters. */
@FunctionalInterface
public interface ApprovalSource {

    /**
     * Says what was accepted.
     *
     * @param review who may, by the policy that judges
     * @param head full object id of the commit that is judged
     */
    Answer ask(Waivers.Review review, String head);

    /**
     * What is known.
     *
     * @param unknown what could not be told, a sentence each
     */
    record Answer(Approvals approvals, List<String> unknown) {
        public Answer {
            unknown = List.copyOf(unknown);
        }
    }
}
