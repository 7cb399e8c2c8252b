package org.egcg.reporting.resource.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final Listeners<String> listeners = new Listeners<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void allAreToldInTheirOrder() {
        listeners.add(news -> heard.add("first " + news));
        listeners.add(news -> heard.add("second " + news));

        listeners.tell(() -> "written");

        assertThat(heard).containsExactly("first written", "second written");
    }

    @Test
    void oneThatFailsKeepsTheNewsNeitherFromOthersNorFromTheWriter() {
        listeners.add(news -> {
            throw new IllegalStateException("full");
        });
        listeners.add(news -> {
            throw new NoClassDefFoundError("absent");
        });
        listeners.add(heard::add);

        listeners.tell(() -> "written");

        assertThat(heard).containsExactly("written");
    }

    @Test
    void newsForNobodyIsNotMade() {
        listeners.tell(() -> {
            throw new AssertionError("asked for");
        });

        assertThat(heard).isEmpty();
    }
}
