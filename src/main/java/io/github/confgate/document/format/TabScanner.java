package io.github.confgate.document.format;

import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.Token;

/**
 * SnakeYAML's scanner, which takes tabs between tokens as libyaml and go-yaml take them: behind the colon of a key,
 * behind a value and before a comment. SnakeYAML itself takes none outside of brackets. A tab that indents, or stands
 * behind {@code -} or {@code ?}, none of them takes.
 */
final class TabScanner implements Scanner {

    private final ScannerImpl scanner;
    private final CodePointReader reader;
    private final boolean lenient;

    /** @param lenient whether tabs are taken at all: what SnakeYAML's own users load, they are not */
    TabScanner(CodePointReader reader, LoaderOptions options, boolean lenient) {
        this.scanner = new ScannerImpl(reader, options);
        this.reader = reader;
        this.lenient = lenient;
    }

    /** Whether the scanner gave up at a tab between two tokens. */
    static boolean isAtTab(MarkedYAMLException e) {
        return e instanceof ScannerException
                && e.getProblem() != null
                && e.getProblem().contains("(TAB)");
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return past(() -> scanner.checkToken(choices));
    }

    @Override
    public Token peekToken() {
        return past(scanner::peekToken);
    }

    @Override
    public Token getToken() {
        return past(scanner::getToken);
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }

    /** The scanner changes nothing before it gives up at a tab, so that it can be asked again. */
    private <T> T past(Supplier<T> step) {
        while (true) {
            try {
                return step.get();
            } catch (ScannerException e) {
                if (!lenient || !isAtTab(e) || !separates(reader.getIndex())) {
                    throw e;
                }
                reader.blankTabs();
            }
        }
    }

    private boolean separates(int tab) {
        int before = tab - 1;
        while (before >= 0 && isBlank(reader.at(before))) {
            before--;
        }
        if (before < 0 || isBreak(reader.at(before))) {
            return before < tab - 1 && isBlankToTheEnd(tab);
        }
        boolean alone = before == 0 || isBlank(reader.at(before - 1)) || isBreak(reader.at(before - 1));
        boolean opensBlock = "-?".indexOf(reader.at(before)) >= 0 || (reader.at(before) == ':' && isFirst(before));
        return !(alone && opensBlock);
    }

    private boolean isFirst(int at) {
        int before = at - 1;
        while (before >= 0 && isBlank(reader.at(before))) {
            before--;
        }
        return before < 0 || isBreak(reader.at(before));
    }

    private boolean isBlankToTheEnd(int at) {
        int end = at;
        while (isBlank(reader.at(end))) {
            end++;
        }
        return reader.at(end) == 0 || isBreak(reader.at(end));
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r';
    }
}
