package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import java.util.List;

/**
 * Reads the configuration of <a href="https://nginx.org/en/docs/beginners_guide.html#conf_structure">nginx</a>: {@code
 * name arguments;} and {@code name arguments { ... }}. Arguments of a block tell it from others of its name, so that
 * {@code location /api { proxy_pass http://a; }} is the key {@code location./api.proxy_pass}.
 */
public final class NginxParser implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Remarks remarks = new Remarks(path);
        try {
            Cursor in = new Cursor(text, Lines.of(text), "configuration of nginx");
            Node root = new NginxReader(in, new Directives(in, limits), remarks).root();
            return new Parsed.Ok(
                    new Document(path, Format.NGINX, Parts.of(path, List.of(root))),
                    remarks.list(),
                    remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }
}
