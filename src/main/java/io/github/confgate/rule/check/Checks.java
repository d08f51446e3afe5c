package io.github.confgate.rule.check;

import io.github.confgate.fact.Promotion.Status;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.Optional;

/** Which Java check stands behind a sheet that says {@code check: java}. */
public final class Checks {

    private Checks() {}

    public static Optional<Rule> of(RuleSheet sheet) {
        return switch (sheet.id().value()) {
            case "promotion-skipped" -> Optional.of(new PromotionCheck(sheet, Status.SKIPPED));
            case "promotion-same-commit" -> Optional.of(new PromotionCheck(sheet, Status.SAME_COMMIT));
            case "promotion-too-fresh" -> Optional.of(new PromotionCheck(sheet, Status.TOO_FRESH));
            case "promotion-moved-on" -> Optional.of(new PromotionCheck(sheet, Status.MOVED_ON));
            case "promotion-shared" -> Optional.of(new PromotionCheck(sheet, Status.SHARED));
            case "promotion-no-counterpart" -> Optional.of(new PromotionCheck(sheet, Status.NO_COUNTERPART));
            case "secret-in-plain-text" -> Optional.of(new SecretInPlainText(sheet));
            case "unreadable-document-changed" -> Optional.of(new UnreadableDocumentChanged(sheet));
            case "change-during-freeze",
                    "unmapped-document-changed",
                    "gate-weakened",
                    "policy-introduced",
                    "policy-invalid",
                    "waiver-expired",
                    "waiver-invalid",
                    "waiver-requested",
                    "waiver-unused" -> Optional.of(new ToldByTheGate(sheet));
            default -> ReaderChecks.of(sheet);
        };
    }
}
