package io.github.confgate.document;

import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens the files that a Kubernetes ConfigMap holds in {@code data} and a Secret in {@code stringData}: {@code application.yml: |} becomes the tree of that file,
 * with its places in the outer one, so that a key reads {@code data."application.yml".server.port}. Of several documents
 * in such a file each stands below its id.
 *
 * <p>Only texts of the literal style under a name that tells a format ({@link Formats}) are opened, and only once: a
 * ConfigMap inside of one stays a text. What its format cannot read stays a text as well, and is a remark. All files
 * inside of one file share one budget of nodes.
 */
final class EmbeddedFiles {

    private static final Map<String, String> FILES = Map.of("ConfigMap", "data", "Secret", "stringData");

    private final String path;
    private final String text;
    private final Lines lines;
    private final Limits limits;
    private final Function<Format, DocumentParser> parsers;
    private final List<Diagnostic> remarks;
    private long nodes;

    private EmbeddedFiles(
            String path,
            String text,
            Limits limits,
            Function<Format, DocumentParser> parsers,
            List<Diagnostic> remarks) {
        this.path = path;
        this.text = text;
        this.lines = Lines.of(text);
        this.limits = limits;
        this.parsers = parsers;
        this.remarks = remarks;
    }

    /** The same with the files inside of ConfigMaps opened; the very same when there are none. */
    static Parsed.Ok opened(Parsed.Ok parsed, String text, Limits limits, Function<Format, DocumentParser> parsers) {
        List<Part> parts = parsed.document().parts();
        if (parts.stream().noneMatch(part -> holds(part.root()))) {
            return parsed;
        }
        List<Diagnostic> remarks = new ArrayList<>(parsed.remarks());
        EmbeddedFiles files = new EmbeddedFiles(parsed.document().path(), text, limits, parsers, remarks);
        List<Part> opened = new ArrayList<>(parts.size());
        for (Part part : parts) {
            opened.add(holds(part.root()) ? new Part(part.id(), files.all((Node.Mapping) part.root())) : part);
        }
        return new Parsed.Ok(
                new Document(parsed.document().path(), parsed.document().format(), opened),
                remarks,
                parsed.duplicates());
    }

    /** Whether a document is a ConfigMap or a Secret with texts, or a list with one in it. */
    static boolean holds(Node root) {
        return holdsTexts(root)
                || (root instanceof Node.Mapping map
                        && map.get("kind") instanceof Node.Scalar kind
                        && kind.text().endsWith("List")
                        && map.get("items") instanceof Node.Sequence items
                        && items.origin() == null
                        && items.items().stream().anyMatch(EmbeddedFiles::holdsTexts));
    }

    private Node.Mapping all(Node.Mapping object) {
        if (holdsTexts(object)) {
            return map(object);
        }
        List<Node.Entry> entries = new ArrayList<>(object.entries().size());
        for (Node.Entry entry : object.entries()) {
            boolean items = entry.key().equals("items") && entry.value() instanceof Node.Sequence;
            entries.add(
                    items
                            ? new Node.Entry(entry.key(), entry.keyRegion(), list((Node.Sequence) entry.value()))
                            : entry);
        }
        return new Node.Mapping(entries, object.region(), object.origin());
    }

    private Node.Sequence list(Node.Sequence objects) {
        List<Node> items = new ArrayList<>(objects.items().size());
        for (Node item : objects.items()) {
            boolean own = holdsTexts(item) && item.origin() == null;
            items.add(own ? map((Node.Mapping) item) : item);
        }
        return new Node.Sequence(items, objects.region(), objects.origin());
    }

    /** The map whose values are files; what {@code data} of a Secret holds is base64 and stays as it is. */
    private static @Nullable Node files(Node.Mapping object) {
        return object.get("kind") instanceof Node.Scalar kind && FILES.containsKey(kind.text())
                ? object.get(FILES.get(kind.text()))
                : null;
    }

    private static boolean holdsTexts(Node root) {
        return root instanceof Node.Mapping map && files(map) instanceof Node.Mapping data && data.origin() == null;
    }

    private Node.Mapping map(Node.Mapping object) {
        List<Node.Entry> entries = new ArrayList<>(object.entries().size());
        for (Node.Entry entry : object.entries()) {
            boolean data = entry.value() == files(object) && entry.value() instanceof Node.Mapping;
            entries.add(
                    data ? new Node.Entry(entry.key(), entry.keyRegion(), data((Node.Mapping) entry.value())) : entry);
        }
        return new Node.Mapping(entries, object.region(), object.origin());
    }

    private Node.Mapping data(Node.Mapping data) {
        List<Node.Entry> entries = new ArrayList<>(data.entries().size());
        for (Node.Entry entry : data.entries()) {
            Format format = entry.value() instanceof Node.Scalar ? Formats.of(entry.key()) : null;
            entries.add(
                    format == null
                            ? entry
                            : new Node.Entry(
                                    entry.key(),
                                    entry.keyRegion(),
                                    file(entry.key(), (Node.Scalar) entry.value(), format)));
        }
        return new Node.Mapping(entries, data.region(), data.origin());
    }

    private Node file(String name, Node.Scalar scalar, Format format) {
        int start = lines.offset(scalar.region().line(), scalar.region().column());
        boolean isLiteral = scalar.origin() == null && text.startsWith("|", start);
        if (!isLiteral || scalar.text().isBlank()) {
            return scalar;
        }
        BlockPlaces places = BlockPlaces.of(scalar, text, lines);
        if (places == null) {
            remarks.add(remark(
                    Diagnostic.Kind.UNPARSED,
                    scalar.region().line(),
                    name,
                    "stays a text, for it holds line breaks that only YAML knows"));
            return scalar;
        }
        Parsed parsed = parsers.apply(format).parse(name, scalar.text(), limits.within(3, nodes));
        if (parsed instanceof Parsed.Failed failed) {
            Diagnostic why = failed.diagnostic();
            int line = why.line() == 0 ? scalar.region().line() : places.line(why.line());
            remarks.add(remark(why.kind(), line, name, "stays a text, for it " + reason(why)));
            return scalar;
        }
        Parsed.Ok ok = (Parsed.Ok) parsed;
        Node root = root(ok.document().parts(), scalar.region());
        if (root instanceof Node.Scalar) {
            return scalar;
        }
        for (Diagnostic inner : ok.remarks()) {
            String words = inner.message() + ", counted from its own first line";
            remarks.add(remark(inner.kind(), places.line(inner.line()), name, words));
        }
        Relocation.Moved moved = new Relocation(places).of(root);
        nodes += moved.nodes();
        return whole(moved.node(), scalar.region());
    }

    private static Node root(List<Part> parts, Region region) {
        if (parts.size() == 1) {
            return parts.get(0).root();
        }
        List<Node.Entry> entries = new ArrayList<>(parts.size());
        for (Part part : parts) {
            entries.add(new Node.Entry(part.id().toString(), part.root().region(), part.root()));
        }
        return new Node.Mapping(entries, region, null);
    }

    /** The file as a whole stands where its text does. */
    private static Node whole(Node root, Region region) {
        return root instanceof Node.Mapping map
                ? new Node.Mapping(map.entries(), region, null)
                : new Node.Sequence(((Node.Sequence) root).items(), region, null);
    }

    private static String reason(Diagnostic why) {
        return why.kind() == Diagnostic.Kind.TEMPLATE ? "is a template that must be rendered first" : why.message();
    }

    private Diagnostic remark(Diagnostic.Kind kind, int line, String name, String words) {
        return new Diagnostic(path, line, kind, "`" + name + "` in the ConfigMap: " + words);
    }
}
