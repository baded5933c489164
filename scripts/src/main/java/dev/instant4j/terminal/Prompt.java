package dev.instant4j.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks the person at a terminal. Only for those who know that there is one. */
public final class Prompt {
    private final InputStream answers;
    private final PrintStream questions;

    public Prompt(InputStream answers, PrintStream questions) {
        this.answers = answers;
        this.questions = questions;
    }

    /**
     * Asks and returns the line that was typed, without space around it; empty if input ended. What was typed ahead is
     * left to the next question.
     */
    public String ask(String question) {
        questions.print(question + " ");
        questions.flush();
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = answers.read(); next >= 0 && next != '\n'; next = answers.read()) {
                line.write(next);
            }
            return line.toString(UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read from the terminal.", e);
        }
    }
}
