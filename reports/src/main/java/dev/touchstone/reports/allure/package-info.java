/** The Allure report: one test for each subject, its items as steps, and one HTML file that needs no network and sends nothing. */
@NullMarked
package dev.touchstone.reports.allure;

import org.jspecify.annotations.NullMarked;
