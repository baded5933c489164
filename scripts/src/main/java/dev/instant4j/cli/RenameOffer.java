package dev.instant4j.cli;

import dev.instant4j.diff.RenameCandidate;
import dev.instant4j.diff.RenameCandidates;
import dev.instant4j.plan.Plan;
import dev.instant4j.terminal.Prompt;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/** Asks the person at a terminal whether what goes has a new name. To answer nothing is to stop: that is safe. */
final class RenameOffer {
    private static final String DELETE = "d";

    private final Env env;
    private final Prompt prompt;
    private final Set<String> toDelete = new HashSet<>();

    RenameOffer(Env env) {
        this.env = env;
        this.prompt = new Prompt(env.in(), env.err());
    }

    /** Asks until all that goes is either renamed or to be deleted; returns whether to go on at all. */
    boolean settle(Planning planning) {
        for (Optional<Entry<String, List<RenameCandidate>>> open = next(planning.plan());
                open.isPresent();
                open = next(planning.plan())) {
            String answer = ask(open.get().getKey(), open.get().getValue());
            Optional<RenameCandidate> chosen = chosen(answer, open.get().getValue());
            if (chosen.isPresent()) {
                planning.rename(chosen.get().asked());
            } else if (answer.equals(DELETE)) {
                toDelete.add(open.get().getKey());
            } else {
                return false;
            }
        }
        return true;
    }

    private Optional<Entry<String, List<RenameCandidate>>> next(Plan plan) {
        return RenameCandidates.in(plan.changes()).entrySet().stream()
                .filter(entry -> !toDelete.contains(entry.getKey()))
                .findFirst();
    }

    private String ask(String name, List<RenameCandidate> candidates) {
        env.err().println(name + " is gone from the definition. Has it a new name?");
        for (int i = 0; i < candidates.size(); i++) {
            env.err().println("  " + (i + 1) + "  it is " + candidates.get(i).to() + " now, and keeps its data");
        }
        env.err().println("  " + DELETE + "  no, delete it with its data");
        return prompt.ask("Answer, or Enter to push nothing:");
    }

    private static Optional<RenameCandidate> chosen(String answer, List<RenameCandidate> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            if (answer.equals(Integer.toString(i + 1))) {
                return Optional.of(candidates.get(i));
            }
        }
        return Optional.empty();
    }
}
