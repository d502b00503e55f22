package dev.touchstone.suites;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Numbers that the choices of an item stand for, such as 0 to 5.
 *
 * @param points [choices] in ascending order, at least two
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Scale(List<Double> points) {

    public Scale {
        points = List.copyOf(points);
        boolean ascending = true;
        for (int i = 1; i < points.size(); i++) {
            ascending &= points.get(i - 1) < points.get(i);
        }
        if (points.size() < 2 || !ascending || !Double.isFinite(points.get(points.size() - 1) - points.get(0))) {
            throw new IllegalArgumentException(refusal(points));
        }
    }

    /**
     * The scale whose points are written like this.
     *
     * @throws IllegalArgumentException if one is no number, or they are not in ascending order; the message says so
     */
    public static Scale of(List<String> points) {
        try {
            return new Scale(points.stream().map(Double::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(points), e);
        }
    }

    /** The lowest point. */
    public double lowest() {
        return points.get(0);
    }

    /** The highest point. */
    public double highest() {
        return points.get(points.size() - 1);
    }

    /** Whether the scale reaches that far; never for what is not a number. */
    public boolean contains(double value) {
        return value >= lowest() && value <= highest();
    }

    /** The index of the point nearest to the value, the higher one of two. */
    public int nearest(double value) {
        int nearest = 0;
        for (int i = 1; i < points.size(); i++) {
            if (Math.abs(points.get(i) - value) <= Math.abs(points.get(nearest) - value)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static String refusal(List<?> points) {
        return "the points of a scale are " + points + "; legal: at least two finite numbers in ascending order";
    }
}
