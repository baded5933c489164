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
    private final Map<AttrName, Integer> vacating = new HashMap<>();
    private final int[] waitingFor;
    private final Map<Integer, List<Integer>> waiters = new HashMap<>();
    private final Deque<Integer> ready = new ArrayDeque<>();
    private final Set<Integer> blocked = new LinkedHashSet<>();
    private final List<UpdateAttr> first = new ArrayList<>();
    private final List<UpdateAttr> second = new ArrayList<>();

    private UpdateOrder(List<Update> updates) {
        this.updates = updates;
        this.waitingFor = new int[updates.size()];
    }

    /**
     * The requests in which updates are sent.
     *
     * @param first in order
     * @param second what must wait until the first request is done; mostly empty
     */
    record Ordered(List<UpdateAttr> first, List<UpdateAttr> second) {}

    /** Returns the steps of these updates in an order that works. Linear. */
    static Ordered of(List<Update> updates) {
        return new UpdateOrder(updates).run();
    }

    private Ordered run() {
        for (int i = 0; i < updates.size(); i++) {
            for (AttrName name : updates.get(i).vacated()) {
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
        for (AttrName name : updates.get(update).taken()) {
            Integer holder = vacating.get(name);
            if (holder != null && holder != update) {
                waitingFor[update]++;
                waiters.computeIfAbsent(holder, key -> new ArrayList<>()).add(update);
            }
        }
        if (waitingFor[update] == 0) {
            ready.add(update);
        } else {
            blocked.add(update);
        }
    }

    private void sendReady() {
        while (!ready.isEmpty()) {
            int update = ready.remove();
            first.add(updates.get(update).step());
            release(update);
        }
    }

    private void release(int holder) {
        for (int waiter : waiters.getOrDefault(holder, List.of())) {
            if (--waitingFor[waiter] == 0 && blocked.remove(waiter)) {
                ready.add(waiter);
            }
        }
    }

    private void moveAside(int update) {
        blocked.remove(update);
        first.add(updates.get(update).aside().step());
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
        for (AttrName name : updates.get(update).taken()) {
            Integer holder = vacating.get(name);
            if (holder != null && holder != update && blocked.contains(holder)) {
                return holder;
            }
        }
        throw new IllegalStateException("a blocked update waits for nothing");
    }
}
