package dev.instant4j.cli;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.render.FindingText;
import dev.instant4j.render.Palette;
import dev.instant4j.render.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A finding with the line of the file that it is about. */
final class FindingReport {
    private final Path directory;
    private final Palette palette;

    /** @param directory what the names of files are relative to */
    FindingReport(Path directory, Palette palette) {
        this.directory = directory;
        this.palette = palette;
    }

    /** Returns the finding, each line ended; without the line if it can't be read. */
    String of(Finding finding) {
        String source = sourceLine(finding.place())
                .map(line -> palette.paint(Style.MUTED, "    | " + line) + "\n")
                .orElse("");
        return FindingText.of(finding, palette) + "\n" + source;
    }

    private Optional<String> sourceLine(Place place) {
        if (!place.isKnown()) {
            return Optional.empty();
        }
        try {
            return Files.readString(directory.resolve(place.file()))
                    .lines()
                    .skip(place.line() - 1L)
                    .findFirst()
                    .map(String::stripTrailing);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
