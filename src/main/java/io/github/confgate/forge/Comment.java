package io.github.confgate.forge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one comment of a pull request. It is found again by a marker that no reader sees, and only among our own: anybody
 * may write the marker.
 */
public final class Comment {

    /** What GitHub takes; counted as it counts, in UTF-16 units at most. */
    static final int MOST = 65_536;

    private static final String CUT = "\n\n…cut: the summary of the run shows the rest.\n";

    private final Api api;
    private final String repository;
    private final long number;

    /**
     * Of a pull request.
     *
     * @param repository {@code owner/name}
     */
    public Comment(Api api, String repository, long number) {
        this.api = api;
        this.repository = repository;
        this.number = number;
    }

    /** What became of it. */
    public enum Outcome {
        /** There is nothing to say, and nothing was said before. */
        NONE,
        CREATED,
        UPDATED,
        /** It says that already. */
        SAME
    }

    /** It could not be written, or read; never more than a nuisance. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /**
     * Writes the comment, in the place of an older one where there is one.
     *
     * @param text Markdown; its first line is the marker
     * @param wanted whether it is worth a new comment; an older one is brought up to date in any case
     */
    public Outcome write(String text, boolean wanted) throws Failed {
        String body = body(text);
        String marker = marker(text);
        try {
            String comments = "/repos/" + repository + "/issues/" + number + "/comments";
            Payload old = find(api.all(comments), marker);
            if (old == null && !wanted) {
                return Outcome.NONE;
            }
            if (old != null && old.text("body").equals(body)) {
                return Outcome.SAME;
            }
            Api.Reply reply = old == null
                    ? api.send("POST", comments, json(body))
                    : api.send("PATCH", "/repos/" + repository + "/issues/comments/" + old.number("id"), json(body));
            if (!reply.ok()) {
                throw new Failed("GitHub answers " + reply.status()
                        + (reply.status() == 403 || reply.status() == 404
                                ? ", as it does for forks and without `pull-requests: write`"
                                : ""));
            }
            return old == null ? Outcome.CREATED : Outcome.UPDATED;
        } catch (Api.Silent e) {
            throw new Failed(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Payload find(List<Payload> comments, String marker) throws Api.Silent {
        List<Payload> marked = comments.stream()
                .filter(each -> marker(each.text("body")).equals(marker))
                .toList();
        if (marked.isEmpty()) {
            return null;
        }
        // The token of a run may not ask who it is; what it writes is a program's. One of a person may.
        Api.Reply self = api.get("/user");
        return marked.stream()
                .filter(each -> self.ok()
                        ? each.text("user", "login").equals(self.body().text("login"))
                        : each.text("user", "type").equals("Bot"))
                .findFirst()
                .orElse(null);
    }

    private static String marker(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String body(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = text.lastIndexOf('\n', MOST - CUT.length());
        return text.substring(0, Math.max(0, end)) + CUT;
    }

    private static String json(String body) {
        StringBuilder out = new StringBuilder("{\"body\":\"");
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append("\"}").toString();
    }
}
