package dev.instant4j.script;

/**
 * One complete snippet of a script.
 *
 * @param offset where it begins in the script's text
 * @param text from there, with any comments before it; a missing last semicolon is added
 */
record SnippetText(int offset, String text) {

    /** Returns where in the script's text its code begins, after blank space and comments. */
    int codeOffset() {
        return offset + JavaText.skipBlank(text, 0);
    }
}
