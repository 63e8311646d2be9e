package org.undersigned.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does things at the same moment, each on a thread of its own. */
final class AtOnce {
    /** Where each call at the same moment takes a container of its own, so many go together, and then the next. */
    private static final int TOGETHER = Target.Kind.CHOSEN.isLocalRun() ? Integer.MAX_VALUE : 6;

    private AtOnce() {}

    static <T> List<T> times(int times, IntFunction<T> thing) {
        List<Callable<T>> things = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            things.add(() -> thing.apply(number));
        }
        return all(things);
    }

    /** Answers what came of each, in their order. */
    static <T> List<T> all(List<Callable<T>> things) {
        List<T> answers = new ArrayList<>();
        while (answers.size() < things.size())
            answers.addAll(together(things.subList(
                    answers.size(), (int) Math.min(things.size(), (long) answers.size() + TOGETHER))));
        return answers;
    }

    private static <T> List<T> together(List<Callable<T>> things) {
        var start = new CyclicBarrier(things.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> under = things.stream()
                    .map(thing -> threads.submit(() -> {
                        start.await();
                        return thing.call();
                    }))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : under) answers.add(one.get());
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of the things done at once failed", e.getCause());
        }
    }
}
