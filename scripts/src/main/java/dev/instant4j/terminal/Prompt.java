package dev.instant4j.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks the person at a terminal. Only for those who know that there is one. */
public final class Prompt {
    private final BufferedReader answers;
    private final PrintStream questions;

    public Prompt(InputStream answers, PrintStream questions) {
        this.answers = new BufferedReader(new InputStreamReader(answers, UTF_8));
        this.questions = questions;
    }

    /** Asks and returns the line that was typed, without space around it; empty if input ended. */
    public String ask(String question) {
        questions.print(question + " ");
        questions.flush();
        try {
            String line = answers.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read from the terminal.", e);
        }
    }
}
