package io.github.confgate.document;

import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;
import java.nio.charset.StandardCharsets;

/** Prints what parsing gave, one node a line with its regions: what golden trees hold. */
final class Trees {

    private Trees() {}

    static Parsed parse(String path, String text) {
        return Documents.parse(path, text.getBytes(StandardCharsets.UTF_8), Limits.standard());
    }

    static String tree(String path, String text) {
        return dump(parse(path, text));
    }

    static Document document(String path, String text) {
        return ((Parsed.Ok) parse(path, text)).document();
    }

    static Diagnostic failure(String path, String text) {
        return ((Parsed.Failed) parse(path, text)).diagnostic();
    }

    static String dump(Parsed parsed) {
        StringBuilder out = new StringBuilder();
        if (parsed instanceof Parsed.Ok ok) {
            for (Part part : ok.document().parts()) {
                out.append("part ").append(part.id()).append('\n');
                node(out, "  ", "", part.root());
            }
            for (Node.Scalar directive : ok.document().directives()) {
                node(out, "", "", directive);
            }
            ok.remarks().forEach(remark -> diagnostic(out, remark));
        } else if (parsed instanceof Parsed.Failed failed) {
            diagnostic(out, failed.diagnostic());
        }
        return out.toString();
    }

    private static void diagnostic(StringBuilder out, Diagnostic diagnostic) {
        out.append("line ")
                .append(diagnostic.line())
                .append(' ')
                .append(diagnostic.kind().id());
        out.append(": ").append(diagnostic.message()).append('\n');
    }

    private static void node(StringBuilder out, String indent, String name, Node node) {
        out.append(indent).append(name);
        if (node instanceof Node.Scalar scalar) {
            out.append(scalar.type()).append(' ').append(KeyPath.quoted(scalar.text()));
        } else {
            out.append(node instanceof Node.Mapping ? "map" : "list");
        }
        out.append("  @").append(place(node.region()));
        Region origin = node.origin();
        out.append(origin == null ? "" : " from " + place(origin)).append('\n');
        if (node instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
                String key = KeyPath.quoted(entry.key()) + " @" + place(entry.keyRegion()) + ": ";
                node(out, indent + "  ", key, entry.value());
            }
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> node(out, indent + "  ", "- ", item));
        }
    }

    private static String place(Region region) {
        String start = region.line() + ":" + region.column() + "-";
        return region.line() == region.endLine()
                ? start + region.endColumn()
                : start + region.endLine() + ":" + region.endColumn();
    }
}
