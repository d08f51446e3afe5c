package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.rule.LinearPattern;
import io.github.confgate.rule.RuleId;
import io.github.confgate.verdict.PolicyWaiver;
import io.github.confgate.verdict.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what is accepted from now on, and what may be accepted with less ado. */
public final class WaiversWeakened {

    private static final KeyPath KEY = Weakening.key("waivers");

    private WaiversWeakened() {}

    /** The key of a finding that a waiver of a rule lasts longer. */
    public static KeyPath lastDay(RuleId rule) {
        return entry(rule).name("expires");
    }

    private static KeyPath entry(RuleId rule) {
        return KEY.then(KeyPath.Selector.of("rule", rule.value()));
    }

    static List<Weakening> find(Waivers old, Waivers now) {
        List<Weakening> found = new ArrayList<>();
        if (now.inline().compareTo(old.inline()) > 0) {
            found.add(Weakening.of(KEY.name("inline"), id(old.inline()), id(now.inline()), "more comments count"));
        }
        if (now.trailers() && !old.trailers()) {
            found.add(Weakening.of(KEY.name("trailers"), "false", "true", "commit messages can waive findings"));
        }
        required(old.require(), now.require(), found);
        for (RuleId rule : new TreeSet<>(old.never())) {
            if (!now.never().contains(rule)) {
                found.add(Weakening.lost(KEY.name("never").name(rule.value()), rule, "this rule can be waived"));
            }
        }
        review(old.review(), now.review(), found);
        now.entries().forEach(entry -> entry(old, entry, found));
        return found;
    }

    private static String id(Waivers.Inline inline) {
        return inline.name().toLowerCase(Locale.ROOT);
    }

    private static void required(Waivers.Required old, Waivers.Required now, List<Weakening> found) {
        KeyPath key = KEY.name("require");
        if (old.reason() && !now.reason()) {
            found.add(Weakening.of(key.name("reason"), "true", "false", "waivers need no reason"));
        }
        LinearPattern ticket = old.ticket();
        if (ticket != null && !ticket.equals(now.ticket())) {
            found.add(new Weakening(
                    key.name("ticket"),
                    ticket.toString(),
                    now.ticket() == null ? null : now.ticket().toString(),
                    "other tickets do, or none"));
        }
        Integer most = old.maxDays();
        if (most != null && (now.maxDays() == null || now.maxDays() > most)) {
            found.add(new Weakening(
                    key.name("max-days"),
                    most.toString(),
                    now.maxDays() == null ? null : now.maxDays().toString(),
                    "waivers may last longer"));
        }
    }

    private static void review(Waivers.Review old, Waivers.Review now, List<Weakening> found) {
        KeyPath key = KEY.name("review");
        for (String name : new TreeSet<>(now.by())) {
            if (!old.by().contains(name)) {
                found.add(Weakening.gained(key.name("by").name(name), name, "this review can accept a request"));
            }
        }
        if (!now.label().isEmpty() && !now.label().equals(old.label())) {
            found.add(new Weakening(
                    key.name("label"),
                    old.label().isEmpty() ? null : old.label(),
                    now.label(),
                    "this label can accept a request"));
        } else if (!now.label().isEmpty() && now.by().isEmpty() && !old.by().isEmpty()) {
            found.add(Weakening.lost(
                    key.name("by"),
                    String.join(", ", old.by()),
                    "anybody who may put the label on can accept a request"));
        }
    }

    private static void entry(Waivers old, PolicyWaiver entry, List<Weakening> found) {
        List<PolicyWaiver> same = old.entries().stream()
                .filter(each -> each.scope().equals(entry.scope()))
                .toList();
        if (same.isEmpty()) {
            found.add(Weakening.gained(entry(entry.rule()), entry, "these findings block no longer"));
        } else if (same.stream().noneMatch(each -> lasts(each, entry))) {
            found.add(new Weakening(
                    lastDay(entry.rule()),
                    Optional.ofNullable(same.get(0).expires())
                            .map(LocalDate::toString)
                            .orElse(null),
                    entry.expires() == null ? null : entry.expires().toString(),
                    "this waiver lasts longer"));
        }
    }

    private static boolean lasts(PolicyWaiver old, PolicyWaiver now) {
        LocalDate before = old.expires();
        LocalDate after = now.expires();
        return before == null || (after != null && !after.isAfter(before));
    }
}
