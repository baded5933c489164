package dev.instant4j.script;

import dev.instant4j.model.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The text of a script, and the lines of its file. */
final class Script {
    private final Path file;
    private final String text;
    private final int[] lineStarts;

    private Script(Path file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /**
     * Reads the script in {@code file}, resolved against {@code directory}.
     *
     * @throws ScriptException if there is no such file, or it can't be read as UTF-8
     */
    static Script read(Path directory, Path file) {
        try {
            return of(file, Files.readString(directory.resolve(file)));
        } catch (NoSuchFileException e) {
            throw unreadable(file, "There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw unreadable(file, file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw unreadable(file, "Can't read " + file + " (" + e + ").", e);
        }
    }

    /** Returns the script with this text; any line ends, a byte order mark and a {@code #!} line are understood. */
    static Script of(Path file, String text) {
        String clean = text.replace("\r\n", "\n").replace('\r', '\n');
        String unmarked = clean.startsWith("\uFEFF") ? clean.substring(1) : clean;
        return new Script(file, unmarked.startsWith("#!") ? unmarked.replaceFirst("^#!.*", "") : unmarked);
    }

    /** Returns the text with line feeds only, without a byte order mark, a {@code #!} line made blank. */
    String text() {
        return text;
    }

    /** Returns the name of the file without its folders. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** Returns the place of the character at {@code offset}. */
    Place placeAt(int offset) {
        return placeOfLine(lineAt(offset));
    }

    Place placeOfLine(int line) {
        return new Place(file.toString(), line);
    }

    /** Returns the line, counted from 1, of the character at {@code offset}. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, Math.max(offset, 0));
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static ScriptException unreadable(Path file, String message, IOException cause) {
        String subject = String.valueOf(file.getFileName());
        return new ScriptException(List.of(ScriptFault.UNREADABLE.at(Place.UNKNOWN, subject, message, "")), cause);
    }
}
