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
            case "word-misspelt" -> Optional.of(new WordMisspelt(sheet));
            case "host-misspelt" -> Optional.of(new HostMisspelt(sheet));
            case "domain-unlike-its-siblings" -> Optional.of(new DomainUnlikeItsSiblings(sheet));
            case "placeholder-undefined" -> Optional.of(new PlaceholderUndefined(sheet));
            case "condition-inverted" -> Optional.of(new ConditionInverted(sheet));
            case "services-share-address" -> Optional.of(new ServicesShareAddress(sheet));
            case "quotes-lost" -> Optional.of(new QuotesLost(sheet));
            case "first-match-reordered" -> Optional.of(new FirstMatchReordered(sheet));
            case "rule-widened" -> Optional.of(new RuleWidened(sheet));
            case "guard-removed" -> Optional.of(new GuardRemoved(sheet));
            case "block-collapsed" -> Optional.of(new BlockCollapsed(sheet));
            case "blank-beside-filled" -> Optional.of(new BlankBesideFilled(sheet));
            case "regions-at-once" -> Optional.of(new RegionsAtOnce(sheet));
            case "value-of-another-environment" -> Optional.of(new ValueOfAnotherEnvironment(sheet));
            case "reference-undefined" -> Optional.of(new ReferenceUndefined(sheet));
            case "secret-rotated-in-part" -> Optional.of(new SecretRotatedInPart(sheet));
            case "key-material-malformed" -> Optional.of(new KeyMaterialMalformed(sheet));
            case "auth-without-credentials" -> Optional.of(new AuthWithoutCredentials(sheet));
            case "minimum-above-maximum" -> Optional.of(new MinimumAboveMaximum(sheet));
            case "request-above-limit" -> Optional.of(new RequestAboveLimit(sheet));
            case "replicas-beside-autoscaler" -> Optional.of(new ReplicasBesideAutoscaler(sheet));
            case "pool-above-server-limit" -> Optional.of(new PoolAboveServerLimit(sheet));
            case "key-misspelt" -> Optional.of(new KeyMisspelt(sheet));
            case "listener-taken-twice" -> Optional.of(new ListenerTakenTwice(sheet));
            case "required-sibling-missing" -> Optional.of(new RequiredSiblingMissing(sheet));
            case "alert-removed" -> Optional.of(new AlertRemoved(sheet));
            case "message-names-another-environment" -> Optional.of(new MessageNamesAnotherEnvironment(sheet));
            case "key-stands-twice" -> Optional.of(new KeyStandsTwice(sheet));
            case "probe-removed" -> Optional.of(new ProbeRemoved(sheet));
            case "probe-removed-with-rollout" -> Optional.of(new ProbeRemovedWithRollout(sheet));
            case "heap-above-memory-limit" -> Optional.of(new HeapAboveMemoryLimit(sheet));
            case "defaults-changed-unseen" -> Optional.of(new DefaultsChangedUnseen(sheet));
            case "secret-suspected" -> Optional.of(new SecretSuspected(sheet));
            case "secret-in-plain-text" -> Optional.of(new SecretInPlainText(sheet));
            case "unreadable-document-changed" -> Optional.of(new UnreadableDocumentChanged(sheet));
            case "document-broken" -> Optional.of(new DocumentBroken(sheet));
            case "change-during-freeze",
                    "unmapped-document-changed",
                    "gate-weakened",
                    "policy-introduced",
                    "policy-invalid",
                    "waiver-expired",
                    "waiver-invalid",
                    "waiver-requested",
                    "waiver-unused" -> Optional.of(new ToldOfTheRange(sheet));
            default -> ReaderChecks.of(sheet);
        };
    }
}
