package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the lines of a YAML text of the literal style stand in their file. */
final class BlockPlaces {

    private final Region block;
    private final int indentation;
    private final int[] widths; // of the lines, in code points

    private BlockPlaces(Region block, int indentation, int[] widths) {
        this.block = block;
        this.indentation = indentation;
        this.widths = widths;
    }

    /** Null when the lines of the text are not those of the file, as where YAML 1.1 breaks lines at other characters. */
    static @Nullable BlockPlaces of(Node.Scalar scalar, String text, Lines lines) {
        Region block = scalar.region();
        int from = lines.offset(block.line() + 1, 1);
        int to = lines.offset(block.endLine() + 1, 1);
        List<String> written = text.substring(from, to).lines().toList();
        List<String> held = scalar.text().lines().toList();
        int indentation = 0;
        for (int i = 0; i < held.size(); i++) {
            String line = held.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (i >= written.size() || !written.get(i).endsWith(line)) {
                return null;
            }
            int indented = written.get(i).length() - line.length();
            if (indentation == 0) {
                indentation = indented;
            }
            if (indented != indentation
                    || !written.get(i).substring(0, indented).isBlank()) {
                return null;
            }
        }
        int[] widths = written.stream()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .toArray();
        return new BlockPlaces(block, indentation, widths);
    }

    /** The line in the file of a 1-based line of the text. */
    int line(int line) {
        return Math.min(block.line() + line, block.endLine());
    }

    /** The region in the file of a region in the text; never beyond the end of the text. */
    Region region(Region inside) {
        Region end = place(inside.endLine(), inside.endColumn());
        return place(inside.line(), inside.column()).to(end);
    }

    private Region place(int line, int column) {
        int outer = block.line() + line;
        if (outer > block.endLine()) {
            return point(block.endLine(), block.endColumn());
        }
        int width = line <= widths.length ? widths[line - 1] : 0;
        int shifted = Math.min(column + indentation, width + 1);
        return point(outer, outer == block.endLine() ? Math.min(shifted, block.endColumn()) : shifted);
    }

    private static Region point(int line, int column) {
        return new Region(line, column, line, column);
    }
}
