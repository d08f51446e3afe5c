package io.github.confgate.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files that lie where configuration lies, or have the name of a language of configuration, and whose format is none that
 * is read. What of them changed is not known, which must be said; code, documentation, images and keys are left out.
 */
final class UnknownNames {

    private static final List<PathGlob> PLACES = PathGlob.allOf("**/" + ConfigurationNames.CONFIGURATION_FOLDERS + "/**"
            + " **/" + ConfigurationNames.ENVIRONMENTS + "/** **/" + ConfigurationNames.ENVIRONMENTS + ".*"
            + " **/*{.,-,_}" + ConfigurationNames.ENVIRONMENTS + ".*"
            + " **/*.{conf,config,cue,jsonnet,libsonnet,dhall,hjson,pkl,kdl,vcl,bicepparam}"
            + " **/templates/*.{tpl,tmpl,gotmpl,j2}");

    /** Endings of what is something else. */
    private static final Set<String> OTHER = words("md markdown txt rst adoc asciidoc org html htm css scss sass less"
            + " java kt kts groovy gradle scala clj py pyi rb rake js mjs cjs jsx ts mts cts tsx vue svelte go rs c h cc"
            + " cpp hpp m mm swift cs fs vb php pl pm lua r jl ex exs erl hs elm dart sql sh bash zsh fish ps1 psm1 psd1"
            + " bat cmd awk sed proto graphql gql thrift avsc wsdl xsd dtd xsl xslt ipynb csv tsv parquet avro png jpg"
            + " jpeg gif svg ico webp bmp pdf doc docx xls xlsx ppt pptx woff woff2 ttf eot otf mp3 mp4 zip gz tgz tar bz2"
            + " xz 7z jar war ear class so dll exe bin dat db sqlite pem crt cer der key pub csr p12 pfx jks keystore"
            + " asc gpg sig sha256 lock sum mod bak orig rej swp log patch diff map snap feature tfstate");

    private static final Set<String> NAMED = words("dockerfile containerfile makefile jenkinsfile vagrantfile gemfile"
            + " rakefile podfile pipfile license licence notice authors contributors codeowners owners readme changelog"
            + " copying maintainers version .gitignore .gitattributes .gitkeep .gitmodules .keep .dockerignore"
            + " .helmignore .editorconfig .npmrc .nvmrc .prettierrc .eslintrc .eslintignore .terraform-version"
            + " .tool-versions .ds_store");

    private UnknownNames() {}

    /** @param path whose name tells no format that is read */
    static boolean isLikely(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return !NAMED.contains(name)
                && !name.startsWith("dockerfile.")
                && !(dot > 0 && OTHER.contains(name.substring(dot + 1)))
                && PathGlob.anyMatches(PLACES, lower)
                && ConfigurationNames.ROWS.stream().noneMatch(row -> !row.configuration() && row.matches(lower));
    }

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
