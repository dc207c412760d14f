package org.bourse.client.scenario.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void shouldPartWordsAtBlanks() throws Fault {
    assertThat(texts("A > D  11=X\t55=ABC")).containsExactly("A", ">", "D", "11=X", "55=ABC");
  }

  @Test
  void shouldKeepBlanksInQuotationMarks() throws Fault {
    assertThat(texts("58=\"too \\\"late\\\" # now\" x"))
        .containsExactly("58=too \"late\" # now", "x");
  }

  @Test
  void shouldEndAtComment() throws Fault {
    assertThat(texts("A < 8 # the report")).containsExactly("A", "<", "8");
  }

  @Test
  void shouldEndAtCommentThatTouchesWord() throws Fault {
    assertThat(texts("44=10#the price")).containsExactly("44=10");
  }

  @Test
  void shouldTakeRoundForNoComment() throws Fault {
    assertThat(texts("11=X#n 58=#n #n is the round")).containsExactly("11=X#n", "58=#n");
  }

  @Test
  void shouldTellBracketsOfEntries() throws Fault {
    assertThat(texts("268=2 [269=0 270=9.99] [*]"))
        .containsExactly("268=2", "[", "269=0", "270=9.99", "]", "[", "*", "]");
  }

  @Test
  void shouldTellBracketsOfEntriesInEntries() throws Fault {
    assertThat(texts("453=1 [448=P 802=1 [523=s 803=1]]"))
        .containsExactly("453=1", "[", "448=P", "802=1", "[", "523=s", "803=1", "]", "]");
  }

  @Test
  void shouldLeaveBracketsOfRegularExpressionsAlone() throws Fault {
    assertThat(texts("268=1 [270=~[0-9] 271=~[0-9]+]"))
        .containsExactly("268=1", "[", "270=~[0-9]", "271=~[0-9]+", "]");
  }

  @Test
  void shouldRefuseOpenQuotationMark() {
    assertThatThrownBy(() -> Tokens.of("58=\"too late"))
        .hasMessage("a quotation mark is not closed");
  }

  private static List<String> texts(String line) throws Fault {
    return Tokens.of(line).stream().map(Token::text).toList();
  }
}
