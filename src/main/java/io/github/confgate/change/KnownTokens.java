package io.github.confgate.change;

import java.util.List;

/** Secrets that are known by their own shape, wherever they stand. */
final class KnownTokens {

    /** A token begins with the prefix, and so many of these characters follow. */
    private record Shape(String prefix, int least, String more) {}

    private static final String WORD = "_";
    private static final String DASHED = "_-";
    private static final List<Shape> SHAPES = List.of(
            new Shape("AKIA", 16, ""),
            new Shape("ASIA", 16, ""),
            new Shape("ghp_", 20, ""),
            new Shape("gho_", 20, ""),
            new Shape("ghu_", 20, ""),
            new Shape("ghs_", 20, ""),
            new Shape("ghr_", 20, ""),
            new Shape("github_pat_", 20, WORD),
            new Shape("glpat-", 16, DASHED),
            new Shape("gldt-", 16, DASHED),
            new Shape("xoxa-", 10, "-"),
            new Shape("xoxb-", 10, "-"),
            new Shape("xoxp-", 10, "-"),
            new Shape("xoxe-", 10, "-"),
            new Shape("xoxr-", 10, "-"),
            new Shape("xoxs-", 10, "-"),
            new Shape("xapp-", 10, "-"),
            new Shape("sk_live_", 10, WORD),
            new Shape("rk_live_", 10, WORD),
            new Shape("sk_test_", 10, WORD),
            new Shape("whsec_", 20, WORD),
            new Shape("AIza", 35, DASHED),
            new Shape("ya29.", 20, DASHED),
            new Shape("npm_", 30, ""),
            new Shape("pypi-", 40, DASHED),
            new Shape("SG.", 40, "_-."),
            new Shape("dop_v1_", 40, ""),
            new Shape("dckr_pat_", 20, DASHED),
            new Shape("glsa_", 30, WORD),
            new Shape("shpat_", 30, ""),
            new Shape("hvs.", 20, DASHED),
            new Shape("hvb.", 20, DASHED),
            new Shape("AGE-SECRET-KEY-1", 40, ""),
            new Shape("glrt-", 18, DASHED),
            new Shape("glptt-", 30, ""),
            new Shape("sk-ant-", 30, DASHED),
            new Shape("sk-proj-", 30, DASHED),
            new Shape("sk-svcacct-", 30, DASHED),
            new Shape("hf_", 30, ""),
            new Shape("xkeysib-", 60, "-"),
            new Shape("pul-", 40, ""),
            new Shape("dapi", 32, ""),
            new Shape("dp.pt.", 40, ""),
            new Shape("dp.st.", 40, "_-."),
            new Shape("NRAK-", 25, ""),
            new Shape("lin_api_", 32, ""),
            new Shape("rubygems_", 40, ""),
            new Shape("sntrys_", 40, "_+/="),
            new Shape("sntryu_", 40, ""),
            new Shape("shpss_", 30, ""),
            new Shape("shpca_", 30, ""),
            new Shape("ATATT3", 60, "_-="),
            new Shape("figd_", 38, DASHED),
            new Shape("PMAK-", 50, "-"),
            new Shape("sq0csp-", 40, DASHED));
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY";

    private KnownTokens() {}

    static void find(String text, List<Span> spans) {
        for (Shape shape : SHAPES) {
            int i = text.indexOf(shape.prefix);
            while (i >= 0) {
                int body = i + shape.prefix.length();
                int end = startsToken(text, i) ? endOf(text, body, shape.more) : body;
                if (end - body >= shape.least) {
                    spans.add(new Span(i, end));
                }
                i = text.indexOf(shape.prefix, end);
            }
        }
        findJwt(text, spans);
        findPrivateKey(text, spans);
    }

    private static void findJwt(String text, List<Span> spans) {
        int i = text.indexOf("eyJ");
        while (i >= 0) {
            int first = endOf(text, i, DASHED);
            int second = next(text, first);
            int third = next(text, second);
            boolean whole = second - first > 10 && third - second > 10;
            if (whole && startsToken(text, i)) {
                spans.add(new Span(i, third));
            }
            i = text.indexOf("eyJ", whole ? third : Math.max(i + 1, first));
        }
    }

    private static int next(String text, int dot) {
        return dot < text.length() && text.charAt(dot) == '.' ? endOf(text, dot + 1, DASHED) : dot;
    }

    private static void findPrivateKey(String text, List<Span> spans) {
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int label = begin + BEGIN.length();
            int close = text.indexOf("-----", label);
            int from = label;
            if (close >= 0 && close - label < 60 && text.substring(label, close).contains(PRIVATE)) {
                int end = text.indexOf("-----END ", close);
                int last = end < 0 ? -1 : text.indexOf("-----", end + 9);
                from = last < 0 ? text.length() : last + 5;
                spans.add(new Span(begin, from));
            }
            begin = text.indexOf(BEGIN, from);
        }
    }

    private static boolean startsToken(String text, int i) {
        return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '_';
    }

    private static int endOf(String text, int from, String more) {
        int i = from;
        while (i < text.length() && (isAlphanumeric(text.charAt(i)) || more.indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
