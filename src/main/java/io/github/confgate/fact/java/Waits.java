package io.github.confgate.fact.java;

import io.github.confgate.fact.Reader.Timeout;
import io.github.confgate.fact.Reader.Wait;
import io.github.confgate.source.Location;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long the client waits that a value reaches: what limits it, in the statement that uses the address, in the
 * method around it, or where the client is made. Of several clients the one that waits longest counts.
 */
final class Waits {

    private static final Set<String> WAITING =
            Set.of("get", "join", "await", "block", "blockFirst", "blockLast", "toBlocking");

    private final Program program;
    private final Texts texts;

    Waits(Program program, Texts texts) {
        this.program = program;
        this.texts = texts;
    }

    Wait of(Reading reading) {
        return new Trace(program)
                .of(reading).stream()
                        .map(this::judge)
                        .max(Comparator.comparingInt(wait -> rank(wait.timeout())))
                        .orElse(Wait.unknown());
    }

    private static int rank(Timeout timeout) {
        return switch (timeout) {
            case MISSING -> 2;
            case SET -> 1;
            case UNKNOWN -> 0;
        };
    }

    private Wait judge(Trace.Use use) {
        Client client = use.client();
        Location made = null;
        for (List<Construction.Piece> level : new Construction(program, client).of(use)) {
            made = level.stream()
                    .flatMap(piece -> made(piece, client).stream())
                    .findFirst()
                    .orElse(null);
            for (Construction.Piece piece : level) {
                Location here = made;
                Optional<Wait> limit = piece.code()
                        .all()
                        .flatMap(code -> limit(code, piece.in(), client, here).stream())
                        .findFirst();
                if (limit.isPresent()) {
                    return limit.get();
                }
            }
            if (made != null) {
                break;
            }
        }
        if (made == null && use.statement().all().noneMatch(Waits::waitsForEver)) {
            return new Wait(Timeout.UNKNOWN, client.name(), "", null);
        }
        if (client.equals(GrpcClient.CLIENT) && isLimitedSomewhere(client)) {
            return new Wait(Timeout.UNKNOWN, client.name(), "", made);
        }
        String fallback = client.fallback();
        if (Client.UNTOLD.equals(fallback)) {
            return new Wait(Timeout.UNKNOWN, client.name(), "", made);
        }
        return fallback == null
                ? new Wait(Timeout.MISSING, client.name(), "", made)
                : new Wait(Timeout.SET, client.name(), fallback, made);
    }

    /**
     * A client that a type makes.
     *
     * @param limit how long it waits for an answer; empty for ever
     * @param at where it is made
     */
    record Made(String owner, Client client, String limit, Place at) {}

    /** The clients that a type makes and that wait for ever when nobody says otherwise, one a library. */
    List<Made> made(Decl decl) {
        List<Made> all = new ArrayList<>();
        for (Client client : Client.all()) {
            List<Construction.Piece> pieces = Program.bodies(decl)
                    .flatMap(body -> body.code().map(code -> new Construction.Piece(body.in(), code)))
                    .toList();
            Optional<Place> place = pieces.stream()
                    .flatMap(piece -> piece.code().all().filter(code -> isMaker(code, piece.in(), client)))
                    .map(Code::at)
                    .findFirst();
            if (place.isPresent() && client.fallback() == null && client.isMeantIn(decl.file())) {
                String limit = pieces.stream()
                        .flatMap(piece ->
                                piece.code().all().flatMap(code -> limit(code, piece.in(), client, null).stream()))
                        .map(Wait::limit)
                        .findFirst()
                        .orElse("");
                all.add(new Made(decl.type().name(), client, limit, place.get()));
            }
        }
        return all;
    }

    /** Deadlines are set at each call, which may stand far away. */
    private boolean isLimitedSomewhere(Client client) {
        return client.limits().stream()
                .anyMatch(limit -> program.files().count(words -> words.has(Words.At.CODE, Keys.fold(limit))) > 0);
    }

    private static boolean waitsForEver(Code code) {
        return code instanceof Code.Call call
                && call.arguments().isEmpty()
                && call.on() instanceof Code.Call
                && WAITING.contains(call.name());
    }

    private Optional<Wait> limit(Code code, Decl in, Client client, @Nullable Location made) {
        List<Code> arguments = List.of();
        if (code instanceof Code.Call call
                && client.limits().contains(call.name())
                && !call.arguments().isEmpty()) {
            arguments = call.arguments();
        } else if (code instanceof Code.Create create
                && client.limitOf(create.type().simple()) >= 0) {
            int place = client.limitOf(create.type().simple());
            if (create.arguments().size() <= place) {
                return Optional.of(new Wait(Timeout.MISSING, client.name(), "", made));
            }
            arguments = create.arguments()
                    .subList(place, place == 0 ? create.arguments().size() : place + 1);
        } else if (code instanceof Code.Call call
                && call.arguments().size() == 2
                && (client.limits().contains(Client.settingName(call.arguments().get(0)))
                        || texts.of(call.arguments().get(0), in)
                                .filter(client.limits()::contains)
                                .isPresent())) {
            arguments = call.arguments().subList(1, 2);
        } else {
            return Optional.empty();
        }
        String text = Limits.of(arguments, in, client, program, texts);
        boolean never = text.equals("0") || text.matches("0 ?(ns|ms|s|m|h|d|milliseconds|seconds|minutes)");
        return Optional.of(
                never
                        ? new Wait(Timeout.MISSING, client.name(), "", made)
                        : new Wait(Timeout.SET, client.name(), text, made));
    }

    private Optional<Location> made(Construction.Piece piece, Client client) {
        return piece.code()
                .all()
                .filter(code -> isMaker(code, piece.in(), client))
                .map(code -> location(piece.in(), code.at()))
                .findFirst();
    }

    private boolean isMaker(Code code, Decl in, Client client) {
        if (code instanceof Code.Create create) {
            return client.makers().contains("new " + create.type().simple())
                    || client.makers().contains("new " + create.type().name());
        }
        return code instanceof Code.Call call
                && call.on() != null
                && client.makers().stream().anyMatch(maker -> maker.endsWith("." + call.name()))
                && client.makers().contains(Uses.type(call.on(), in, program) + "." + call.name());
    }

    private Location location(Decl in, Place at) {
        SourceFile source = program.files().source(in.file().path());
        return new Location(source.path(), at.region(), source.revision());
    }
}
