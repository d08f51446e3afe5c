package io.github.confgate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Markdown as a forge sees it: GFM tables, and addresses that become links by themselves. {@link #faults} is what no
 * text of a repository may bring about.
 */
public final class RenderedMarkdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    /** What we write ourselves. */
    private static final Pattern OUR_HTML = Pattern.compile(
            "<!-- confgate(:[A-Za-z0-9._-]+)? -->|<details>\n<summary>[A-Za-z0-9 ,:]+</summary>|</details>");

    /** What forges look for in text that is rendered already. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![A-Za-z0-9])@[A-Za-z0-9]|#[0-9]|![0-9]|\\bGH-[0-9]|://|www\\.|\\$[^ ]|(?<![A-Za-z0-9]):[a-z0-9_+-]+:|[%~]\\w"
                    + "|\\b[0-9a-f]{40}\\b");

    private final Node document;
    public final List<List<String>> rows = new ArrayList<>();
    public final List<String> headings = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private RenderedMarkdown(String markdown) {
        document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                html.add(block.getLiteral().strip());
            }

            @Override
            public void visit(HtmlInline inline) {
                html.add(inline.getLiteral());
            }

            @Override
            public void visit(Image image) {
                links.add("image " + image.getDestination());
            }

            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
            }

            @Override
            public void visit(Text text) {
                texts.add(text.getLiteral());
            }

            @Override
            public void visit(Heading heading) {
                headings.add(plain(heading));
                visitChildren(heading);
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow row) {
                    rows.add(children(row, RenderedMarkdown::plain));
                }
                visitChildren(node);
            }
        });
    }

    public static RenderedMarkdown of(String markdown) {
        return new RenderedMarkdown(markdown);
    }

    /** Stray HTML, links, images, and text that a forge would make a reference of; {@code own} links are ours. */
    public List<String> faults(Set<String> own) {
        List<String> faults = new ArrayList<>();
        html.stream().filter(each -> !OUR_HTML.matcher(each).matches()).forEach(each -> faults.add("html " + each));
        links.stream().filter(each -> !own.contains(each)).forEach(each -> faults.add("link " + each));
        texts.stream().filter(each -> REFERENCE.matcher(each).find()).forEach(each -> faults.add("text " + each));
        return faults;
    }

    private static <T> List<T> children(Node parent, Function<Node, T> read) {
        List<T> all = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableCell) {
                all.add(read.apply(child));
            }
        }
        return all;
    }

    /** The text that a reader sees. */
    private static String plain(Node node) {
        StringBuilder out = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                out.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                out.append(code.getLiteral());
            }
        });
        return out.toString();
    }
}
