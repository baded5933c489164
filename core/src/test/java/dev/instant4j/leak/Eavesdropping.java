package dev.instant4j.leak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Hears all exceptions that are made and all that is logged, from now until the end of the run. */
final class Eavesdropping implements AutoCloseable {
    private static final List<String> THROWN = List.of("jdk.JavaExceptionThrow", "jdk.JavaErrorThrow");
    private static final List<String> LOGGERS = List.of("io.vertx", "io.netty", "dev.instant4j");

    private final Recording exceptions = new Recording();
    private final Handler log = new Log();
    private final List<Logger> loggers = LOGGERS.stream().map(Logger::getLogger).toList();

    Eavesdropping() {
        THROWN.forEach(event -> exceptions.enable(event).withoutStackTrace());
        exceptions.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.FINE);
            logger.addHandler(log);
        });
    }

    @Override
    public void close() throws IOException {
        loggers.forEach(logger -> logger.removeHandler(log));
        Path dump = Files.createTempFile("exceptions", ".jfr");
        try {
            exceptions.stop();
            exceptions.dump(dump);
            hear(dump);
        } finally {
            exceptions.close();
            Files.delete(dump);
        }
        Overheard.requireNoSecrets();
    }

    private static void hear(Path dump) throws IOException {
        try (RecordingFile events = new RecordingFile(dump)) {
            while (events.hasMoreEvents()) {
                hear(events.readEvent());
            }
        }
    }

    /** Assertions of tests may show what they compare. */
    private static void hear(RecordedEvent event) {
        boolean isThrown = THROWN.contains(event.getEventType().getName());
        if (isThrown && !event.getClass("thrownClass").getName().contains("Assert")) {
            Overheard.said(event.getClass("thrownClass").getName() + ": " + event.getString("message"));
        }
    }

    private static final class Log extends Handler {
        @Override
        public void publish(LogRecord line) {
            Overheard.said(line.getLoggerName() + ": " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
