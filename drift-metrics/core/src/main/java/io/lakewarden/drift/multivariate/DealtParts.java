package io.lakewarden.drift.multivariate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Deals the sides of parts anew. A part is what an entity has on one side, all together, so that rows of one entity in one period may
 * resemble each other in any way. An entity that is on both sides has its two parts swapped or not; those of entities on one side only
 * change places among each other, whatever their numbers of rows.
 *
 * @param <P> what is known of a part
 */
final class DealtParts<P> {
    private final List<P> alone = new ArrayList<>();
    private final List<P> current = new ArrayList<>();
    private final List<P> reference = new ArrayList<>();

    /** The sides of parts without a counterpart, true for the current one; shuffled at each dealing. */
    private final boolean[] sides;

    /**
     * The parts of entities.
     *
     * @param entities by entity, its rows
     * @param now what is known of those of them that are current
     * @param before what is known of the others
     * @param isEmpty whether there are none
     */
    DealtParts(List<int[]> entities, Function<int[], P> now, Function<int[], P> before, Predicate<P> isEmpty) {
        List<Boolean> sidesAlone = new ArrayList<>();
        for (int[] entity : entities) {
            P is = now.apply(entity);
            P was = before.apply(entity);
            if (isEmpty.test(is) || isEmpty.test(was)) {
                alone.add(isEmpty.test(is) ? was : is);
                sidesAlone.add(isEmpty.test(was));
            } else {
                current.add(is);
                reference.add(was);
            }
        }
        this.sides = new boolean[alone.size()];
        for (int part = 0; part < sides.length; part++) {
            sides[part] = sidesAlone.get(part);
        }
    }

    /** Deals once, and hands out the parts that are current this time. */
    void deal(SplittableRandom random, Consumer<P> isCurrent) {
        for (int last = sides.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            boolean moved = sides[last];
            sides[last] = sides[other];
            sides[other] = moved;
        }
        for (int place = 0; place < sides.length; place++) {
            if (sides[place]) {
                isCurrent.accept(alone.get(place));
            }
        }
        for (int place = 0; place < current.size(); place++) {
            isCurrent.accept(random.nextBoolean() ? current.get(place) : reference.get(place));
        }
    }
}
