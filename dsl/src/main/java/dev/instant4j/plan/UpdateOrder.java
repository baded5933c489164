package dev.instant4j.plan;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.Step.UpdateAttr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders updates so that each finds its new names free. Names that are exchanged in a circle can't all be free in one
 * request: one attr of the circle is moved aside in the first and gets its name in the second.
 */
final class UpdateOrder {
    private final List<Update> updates;
    private final Map<String, String> meanwhile;
    /** What of each update comes first: all of it, but for entities that are moved aside. */
    private final List<Update> begun;

    private final Map<AttrName, Integer> vacating = new HashMap<>();
    private final int[] waitingFor;
    private final Map<Integer, List<Integer>> waiters = new HashMap<>();
    private final Deque<Integer> ready = new ArrayDeque<>();
    private final Set<Integer> blocked = new LinkedHashSet<>();
    private final List<UpdateAttr> first = new ArrayList<>();
    private final List<UpdateAttr> second = new ArrayList<>();

    private UpdateOrder(List<Update> updates, Map<String, String> meanwhile) {
        this.updates = updates;
        this.meanwhile = meanwhile;
        this.begun = updates.stream()
                .map(update -> update.isOn(meanwhile.keySet()) ? update.begun(meanwhile) : update)
                .toList();
        this.waitingFor = new int[updates.size()];
    }

    /**
     * The requests in which updates are sent.
     *
     * @param first in order
     * @param second what must wait until the first request is done; mostly empty
     */
    record Ordered(List<UpdateAttr> first, List<UpdateAttr> second) {}

    /**
     * Returns the steps of these updates in an order that works. Linear.
     *
     * @param aside entities to be moved aside in the first request, by the names they have; they get theirs in the second
     */
    static Ordered of(List<Update> updates, Map<String, String> aside) {
        return new UpdateOrder(updates, aside).run();
    }

    private Ordered run() {
        for (int i = 0; i < updates.size(); i++) {
            for (AttrName name : begun.get(i).vacated()) {
                vacating.put(name, i);
            }
        }
        for (int i = 0; i < updates.size(); i++) {
            waitForNames(i);
        }
        sendReady();
        while (!blocked.isEmpty()) {
            moveAside(memberOfCircle());
            sendReady();
        }
        return new Ordered(first, second);
    }

    private void waitForNames(int update) {
        for (AttrName name : begun.get(update).taken()) {
            Integer holder = vacating.get(name);
            if (holder != null && holder != update) {
                waitingFor[update]++;
                waiters.computeIfAbsent(holder, key -> new ArrayList<>()).add(update);
            }
        }
        if (waitingFor[update] > 0 || begun.get(update).isCrossed()) {
            blocked.add(update);
        } else {
            ready.add(update);
        }
    }

    private void sendReady() {
        while (!ready.isEmpty()) {
            int update = ready.remove();
            first.add(begun.get(update).step());
            if (!begun.get(update).equals(updates.get(update))) {
                second.add(updates.get(update).step());
            }
            release(update);
        }
    }

    private void release(int holder) {
        for (int waiter : waiters.getOrDefault(holder, List.of())) {
            if (--waitingFor[waiter] == 0 && !begun.get(waiter).isCrossed() && blocked.remove(waiter)) {
                ready.add(waiter);
            }
        }
    }

    private void moveAside(int update) {
        blocked.remove(update);
        first.add(updates.get(update).aside(meanwhile).step());
        second.add(updates.get(update).step());
        release(update);
    }

    private int memberOfCircle() {
        Set<Integer> path = new LinkedHashSet<>();
        int update = blocked.iterator().next();
        while (path.add(update)) {
            update = blockerOf(update);
        }
        return update;
    }

    private int blockerOf(int update) {
        for (AttrName name : begun.get(update).taken()) {
            Integer holder = vacating.get(name);
            if (holder != null && holder != update && blocked.contains(holder)) {
                return holder;
            }
        }
        return update;
    }
}
