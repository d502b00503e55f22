package dev.touchstone.engine;

import dev.touchstone.discovery.SuiteSelection;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;

/**
 * Selects a node together with a part of what is below it. A unique id would stand for all of it.
 *
 * @param id a suite, variant or subject
 * @param selections what is selected of its suite
 */
record Branch(UniqueId id, List<SuiteSelection> selections) implements DiscoverySelector {}
