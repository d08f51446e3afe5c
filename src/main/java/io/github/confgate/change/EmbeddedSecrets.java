package io.github.confgate.change;

import java.util.List;

/**
 * Secrets inside a longer text: {@code scheme://user:secret@host}, {@code name=secret} in a query, a connection string
 * or arguments, {@code "name": "secret"} in an embedded file, and the path of a webhook.
 */
final class EmbeddedSecrets {

    private static final int LONGEST_NAME = 64;
    private static final String ENDS_HOST = " \t\r\n\"'`<>|\\";

    /** Where a webhook's path is the secret: a part of the host and path, the rest of the path is masked. */
    private static final List<String> WEBHOOKS = List.of(
            "hooks.slack.com/services/",
            "hooks.slack.com/workflows/",
            "hooks.slack.com/triggers/",
            "discord.com/api/webhooks/",
            "discordapp.com/api/webhooks/",
            "webhook.office.com/webhookb2/",
            "outlook.office.com/webhook/",
            "hooks.zapier.com/hooks/catch/",
            "api.telegram.org/bot",
            "events.pagerduty.com/integration/",
            "mattermost.com/hooks/",
            "maker.ifttt.com/trigger/");

    /** Parts of a path behind which any host has what only its callers know. */
    private static final List<String> HOOKS = List.of("/hooks/", "/hook/", "/webhooks/", "/webhook/");

    private EmbeddedSecrets() {}

    /** @param lenient whether {@code name: value} counts anywhere, as in a line of a file */
    static void find(String text, boolean lenient, List<Span> spans) {
        findUserInfo(text, spans);
        findWebhooks(text, spans);
        findHooks(text, spans);
        findAssignments(text, lenient, spans);
    }

    private static void findUserInfo(String text, List<Span> spans) {
        int i = text.indexOf("://");
        while (i >= 0) {
            int start = i + 3;
            int next = text.indexOf("://", start);
            int limit = next < 0 ? text.length() : Math.max(start, startOfScheme(text, next, start));
            int end = endOf(text, start, limit);
            int at = lastAt(text, start, end);
            if (at > start) {
                addUserInfo(text, start, at, spans);
            }
            i = next;
        }
    }

    private static int startOfScheme(String text, int i, int least) {
        int start = i;
        while (start > least && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the user information ends. A slash ends the host, unless what was taken for a port is a password with one. */
    private static int lastAt(String text, int start, int end) {
        int slash = start;
        while (slash < end && "/?#".indexOf(text.charAt(slash)) < 0) {
            slash++;
        }
        int at = last(text, '@', start, slash);
        if (at >= 0) {
            return at;
        }
        int colon = first(text, ':', start, slash);
        if (colon < 0 || colon + 1 >= slash || Character.isDigit(text.charAt(colon + 1))) {
            return -1;
        }
        return last(text, '@', slash, end);
    }

    private static void addUserInfo(String text, int start, int at, List<Span> spans) {
        int colon = first(text, ':', start, at);
        if (colon >= 0) {
            if (isWrittenOut(text.substring(colon + 1, at))) {
                spans.add(new Span(colon + 1, at));
            }
        } else if (at - start >= 20 && isRandom(text.substring(start, at))) {
            spans.add(new Span(start, at));
        }
    }

    /** A user's name is no secret, a token in its place is one. */
    private static boolean isRandom(String user) {
        boolean plain = user.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        return plain && user.chars().filter(Character::isDigit).count() >= 3;
    }

    /** A word of digits and of letters, either many digits or letters of both cases. */
    private static boolean isSpun(String word) {
        return isRandom(word)
                || (word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')
                        && word.chars().anyMatch(Character::isUpperCase)
                        && word.chars().anyMatch(Character::isLowerCase)
                        && word.chars().anyMatch(Character::isDigit));
    }

    private static void findWebhooks(String text, List<Span> spans) {
        for (String hook : WEBHOOKS) {
            int i = text.indexOf(hook);
            while (i >= 0) {
                int start = i + hook.length();
                int end = endOf(text, start, " \t\r\n\"'`<>?#,;)|");
                if (end > start && isWrittenOut(text.substring(start, end))) {
                    spans.add(new Span(start, end));
                }
                i = text.indexOf(hook, end);
            }
        }
    }

    /** Of the address of a webhook of any other host, the part that was drawn at random. */
    private static void findHooks(String text, List<Span> spans) {
        if (text.indexOf("://") < 0) {
            return;
        }
        for (String hook : HOOKS) {
            int end = 0;
            for (int i = text.indexOf(hook); i >= 0; i = text.indexOf(hook, end)) {
                end = endOf(text, i, " \t\r\n\"'`<>?#,;)|");
                int start = text.lastIndexOf('/', end - 1) + 1;
                if (end - start >= 16 && isSpun(text.substring(start, end))) {
                    spans.add(new Span(start, end));
                }
            }
        }
    }

    private static void findAssignments(String text, boolean lenient, List<Span> spans) {
        boolean block = text.indexOf('\n') >= 0;
        boolean lines = lenient || block;
        boolean login =
                text.contains("user_") && (text.contains("LoginModule") || text.contains(" required username="));
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean assigns = c == '='
                    || (c == ':' && (lines || isQuote(text, i - 1) || isHeader(text, i)) && !text.startsWith("://", i));
            i = assigns ? afterAssignment(text, i, c, block, login, spans) : i + 1;
        }
    }

    /** Whether a colon ends the name of a header that the text, or a word in quotes, begins with. */
    private static boolean isHeader(String text, int colon) {
        if (!text.startsWith(": ", colon)) {
            return false;
        }
        int start = colon;
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
            start--;
        }
        return start < colon && (start == 0 || isQuote(text, start - 1)) && text.indexOf('-', start) > 0;
    }

    /** The name that an item of a list gives to its value, which stands behind it: {@code name: X, value: Y}. */
    private static String nameOfValue(String text, int sign) {
        int from = Math.max(0, sign - 160);
        String before = text.substring(from, sign);
        int name =
                Math.max(before.lastIndexOf("name"), Math.max(before.lastIndexOf("Name"), before.lastIndexOf("key")));
        if (name < 0) {
            return "";
        }
        int i = name + (before.startsWith("key", name) ? 3 : 4);
        int start = i;
        while (i < before.length() && "\"' \t:=>".indexOf(before.charAt(i)) >= 0) {
            i++;
        }
        int end = i;
        while (end < before.length()
                && (Character.isLetterOrDigit(before.charAt(end)) || "_-.".indexOf(before.charAt(end)) >= 0)) {
            end++;
        }
        // Between the two stands nothing but the end of one and the beginning of the other.
        boolean next = before.substring(end).chars().allMatch(c -> "\"', \t\r\n{}-valueVALUE".indexOf(c) >= 0);
        return i > start && next ? before.substring(i, end) : "";
    }

    /**
     * @param block whether the text is of several lines, which may be code
     * @param login whether it holds a login module, of which Kafka's brokers take the passwords of their clients from
     *     {@code user_alice="x"}
     */
    private static int afterAssignment(String text, int sign, char c, boolean block, boolean login, List<Span> spans) {
        String name = nameBefore(text, sign, c == '=' ? "_-. " : "_-.");
        if (lastPart(name).equalsIgnoreCase("value")) {
            name = nameOfValue(text, sign);
        }
        if (login && name.startsWith("user_")) {
            name = "password";
        }
        boolean query = name.equals("key") && isQuery(text, sign - 4);
        if (!query && (name.isEmpty() || SecretNames.of(lastPart(name)) == SecretNames.Hint.NONE)) {
            return sign + 1;
        }
        int start = sign + 1;
        if (c == '=' && text.startsWith("=", start)) {
            return start + 1;
        }
        // Ruby, Perl, PHP and Logstash assign with an arrow; without quotes behind it, it begins a function.
        boolean arrow = c == '=' && text.startsWith(">", start);
        start += arrow ? 1 : 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        boolean quoted = isQuote(text, start);
        if (arrow && !quoted) {
            return start;
        }
        int from = quoted ? start + 1 : start;
        int end = quoted
                ? endOf(text, from, text.substring(start, start + 1) + "\n")
                : endOf(text, from, " \t\r\n&;,\"'`<>)}]|\\");
        String value = text.substring(from, end);
        boolean code = quoted ? c == '=' && value.indexOf('{') >= 0 : block && Literals.isCode(value, c);
        if (!code
                && isWrittenOut(value)
                && (query
                        ? value.length() >= 20 && isSpun(value)
                        : SecretNames.of(lastPart(name)) == SecretNames.Hint.CERTAIN
                                || Literals.isMoreThanAName(value))) {
            spans.add(new Span(from, end));
        }
        return Math.max(end, sign + 1);
    }

    private static boolean isQuery(String text, int at) {
        return at >= 0 && (text.charAt(at) == '?' || text.charAt(at) == '&');
    }

    private static boolean isWrittenOut(String value) {
        return Literals.isLiteral(value) && !value.equals(":");
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String nameBefore(String text, int sign, String joints) {
        int end = sign;
        if (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (isQuote(text, end - 1)) {
            end--;
        }
        int start = end;
        while (start > 0
                && end - start < LONGEST_NAME
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || joints.indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return text.substring(start, end).strip();
    }

    private static boolean isQuote(String text, int i) {
        return i >= 0 && i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'');
    }

    private static int endOf(String text, int from, int limit) {
        int i = from;
        while (i < limit && ENDS_HOST.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int first(String text, char c, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private static int last(String text, char c, int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private static int endOf(String text, int from, String ends) {
        int i = from;
        while (i < text.length() && ends.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
