package dev.touchstone.reports.allure;

import io.qameta.allure.CommonJsonAggregator2;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.EnvironmentItem;
import java.util.List;
import java.util.Map;

/**
 * Shows a run's facts on the report's first page, in their order. Allure's own reader of {@code environment.properties} is the one for
 * results of Allure 1, and sorts them by hash.
 */
final class EnvironmentWidget extends CommonJsonAggregator2 {

    private final Map<String, String> facts;

    EnvironmentWidget(Map<String, String> facts) {
        super("widgets", "environment.json");
        this.facts = facts;
    }

    @Override
    protected List<EnvironmentItem> getData(List<LaunchResults> launches) {
        return facts.entrySet().stream()
                .map(fact -> new EnvironmentItem().setName(fact.getKey()).setValues(List.of(fact.getValue())))
                .toList();
    }
}
