package io.github.confgate.rule.check;

import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.Optional;

/** The checks that ask what code does with a key. */
final class ReaderChecks {

    private ReaderChecks() {}

    static Optional<Rule> of(RuleSheet sheet) {
        return switch (sheet.id().value()) {
            case "address-read-without-timeout" -> Optional.of(new AddressReadWithoutTimeout(sheet));
            case "constraint-violated" -> Optional.of(new ConstraintViolated(sheet));
            case "key-nobody-reads" -> Optional.of(new KeyNobodyReads(sheet));
            case "removed-key-still-read" -> Optional.of(new RemovedKeyStillRead(sheet));
            case "timeout-key-unread" -> Optional.of(new TimeoutKeyUnread(sheet));
            case "value-does-not-convert" -> Optional.of(new ValueDoesNotConvert(sheet));
            case "default-changed-in-code", "timeout-removed-in-code" -> Optional.of(new ToldOfTheRange(sheet));
            default -> Optional.empty();
        };
    }
}
