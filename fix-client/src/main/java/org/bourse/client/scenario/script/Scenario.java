package org.bourse.client.scenario.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario.
 *
 * @param place where it begins
 * @param id its id
 * @param title what it is about, may be empty
 * @param steps what it does
 */
public record Scenario(Place place, String id, String title, List<Step> steps) {

  /** How many steps it has; those of a repeat count once, and sessions that begin don't. */
  public int size() {
    return (int) lines().stream().filter(step -> !(step instanceof Step.Begin)).count();
  }

  /** The steps in the order of the script, those in blocks in their blocks' stead. */
  public List<Step> lines() {
    List<Step> lines = new ArrayList<>();
    add(steps, lines);
    return lines;
  }

  private static void add(List<? extends Step> steps, List<Step> lines) {
    for (Step step : steps) {
      if (step instanceof Step.Repeat repeat) {
        add(repeat.steps(), lines);
      } else if (step instanceof Step.AnyOrder anyOrder) {
        add(anyOrder.expectations(), lines);
      } else {
        lines.add(step);
      }
    }
  }
}
