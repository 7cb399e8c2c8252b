package org.egcg.reporting.web.timeline;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A stage as a bar.
 *
 * @param row its place from above, from 0
 * @param left where it begins, and {@code width} how long it is, both in per cent of the timeline
 */
public record Bar(PipelineStage stage, int row, double left, double width, ZoneId zone) {

    /** The height of a row, and of the scale above the first, in pixels. */
    static final int ROW = 26;

    static final int SCALE = 24;

    /** A bar shorter than this could not be seen or pointed at. */
    private static final double SHORTEST = 0.4;

    private static final double ROOM = 14;

    static Bar of(PipelineStage stage, int row, TimeRange span, ZoneId zone) {
        double left = Math.min(span.percent(stage.from()), 100 - SHORTEST);
        double width = Math.max(SHORTEST, span.percent(stage.until()) - left);
        return new Bar(stage, row, left, width, zone);
    }

    public String name() {
        return stage.name();
    }

    public String tried() {
        return stage.tried();
    }

    public String style() {
        return stage.state().style();
    }

    public String state() {
        return stage.words();
    }

    public String started() {
        return stage.started(zone);
    }

    public String finished() {
        return stage.finished(zone);
    }

    public String elapsed() {
        return Elapsed.words(stage.elapsed());
    }

    public long fromMillis() {
        return stage.from().toEpochMilli();
    }

    public long untilMillis() {
        return stage.until().toEpochMilli();
    }

    public String leftText() {
        return percent(left);
    }

    public String widthText() {
        return percent(width);
    }

    public int top() {
        return SCALE + row * ROW + 4;
    }

    /** What is written in or beside the bar: what went wrong, else how long it took. */
    public String label() {
        String brief = Elapsed.brief(stage.elapsed());
        return switch (stage.state()) {
            case PASSED -> brief;
            case FAILED -> stage.words();
            case RUNNING -> "running, " + brief;
            case LOST -> stage.words();
        };
    }

    /** Where the label stands: {@code inside} the bar, {@code after} it, or {@code before} it where there is no room. */
    public String place() {
        return width >= ROOM ? "inside" : left + width + ROOM <= 100 ? "after" : "before";
    }

    /** The point of the axis at which the label begins, or ends if it stands before the bar. */
    public String labelAt() {
        return percent(place().equals("after") ? left + width : left);
    }

    /** Everything about the stage, a line each. */
    public String tip() {
        StringBuilder tip = new StringBuilder(name());
        if (!tried().isEmpty()) {
            tip.append(", ").append(tried());
        }
        tip.append("\nStarted: ").append(started());
        if (stage.isFinished()) {
            tip.append("\nFinished: ").append(finished());
            tip.append("\nExit status: ")
                    .append(stage.exit().map(String::valueOf).orElse("none"));
        } else {
            tip.append("\n").append(capitalised(state()));
        }
        return tip.append("\nTime elapsed: ").append(elapsed()).toString();
    }

    /** The same as a sentence. */
    public String sentence() {
        return tip().replace("\n", "; ");
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
