package org.bourse.client.scenario.venue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandWordsTest {

  @Test
  void shouldPartWordsAtBlanksOutsideQuotationMarks() {
    assertThat(CommandWords.of(" ./bourse start --data \"a b\" 'c \"d' e\"f g\"h \"\" "))
        .containsExactly("./bourse", "start", "--data", "a b", "c \"d", "ef gh", "");
  }
}
