package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads HCL, as Terraform, Terragrunt, Packer, Vault and Nomad write it (<a
 * href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md">native syntax specification</a>). Nothing is
 * worked out: an expression that is no literal stays the text that it is.
 *
 * <p>A block is a map below its type and its labels ({@code resource.aws_db_instance.main.port}); blocks of the same
 * type and labels are a list ({@code ingress[0].from_port}), except {@code locals}, whose attributes Terraform takes
 * together. The region of a text includes its quotes, that of a block or an object its braces. Quotes around the name of
 * an attribute are allowed, as HCL 1 does.
 */
public final class HclParser implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Lines lines = Lines.of(text);
        Remarks remarks = new Remarks(path);
        try {
            HclText in = new HclText(text, lines, limits);
            HclBody body = new HclBody();
            new Reader(in, remarks).body(body, false);
            Node root = body.build(lines.region(0, text.length()));
            return new Parsed.Ok(
                    new Document(path, Format.HCL, Parts.of(path, List.of(root))),
                    remarks.list(),
                    remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static final class Reader {

        private final HclText in;
        private final Remarks remarks;
        private final List<KeyPath.Segment> path = new ArrayList<>();
        private final HclExpressions expressions;

        Reader(HclText in, Remarks remarks) {
            this.in = in;
            this.remarks = remarks;
            this.expressions = new HclExpressions(in, remarks, path);
        }

        /** Attributes and blocks up to the end of the text, or up to the brace that closes the block. */
        void body(HclBody body, boolean isBlock) {
            in.skip();
            boolean oneLine = isBlock && !in.atBreak();
            in.skipLines();
            while (!in.atEnd() && !(isBlock && in.looking("}"))) {
                item(body);
                in.skip();
                boolean ends = in.atEnd() || in.atBreak() || (oneLine && in.looking("}"));
                if (!ends) {
                    throw in.unparsed(in.at, "a new line is missing behind an attribute or a block");
                }
                in.skipLines();
            }
        }

        private void item(HclBody body) {
            HclBody.Word name = word();
            in.skip();
            if (in.peek() != '=' || in.peek(1) == '=') {
                block(body, name);
                return;
            }
            in.at++;
            path.add(new KeyPath.Name(name.text()));
            Node value = expressions.expression();
            path.remove(path.size() - 1);
            body.attribute(name, value, path, remarks);
        }

        private void block(HclBody outer, HclBody.Word type) {
            List<HclBody.Word> header = new ArrayList<>();
            header.add(type);
            while (in.peek() != '{') {
                header.add(word());
                in.skip();
            }
            int start = in.at++;
            header.forEach(word -> path.add(new KeyPath.Name(word.text())));
            header.forEach(word -> in.descend());
            boolean joined = path.size() == 1 && type.text().equals("locals");
            HclBody body = joined ? outer.joined(type) : new HclBody();
            body(body, true);
            if (!in.take("}")) {
                throw in.unparsed(start, "a block is not closed");
            }
            Region region = in.count(in.region(start));
            if (joined) {
                outer.cover(type, region);
            } else {
                outer.block(header, body.build(region));
            }
            header.forEach(word -> in.ascend());
            path.subList(path.size() - header.size(), path.size()).clear();
        }

        /** A name or a text in quotes. */
        private HclBody.Word word() {
            int start = in.at;
            String text = in.peek() == '"' ? expressions.quoted() : in.identifier();
            if (in.at == start) {
                throw in.unparsed(start, "neither an attribute (`name = value`) nor a block (`name { ... }`)");
            }
            return new HclBody.Word(text, in.region(start));
        }
    }
}
