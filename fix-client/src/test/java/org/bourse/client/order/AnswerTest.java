package org.bourse.client.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.bourse.client.fix.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quickfix.Message;

class AnswerTest {

  private final Message status = Requests.status("X1", '1', "ABC", "Q7");

  @ParameterizedTest
  @CsvSource({
    "11=X1|150=I|39=0|790=Q7, ACCEPTED",
    "11=X2|150=I|39=0|790=Q7, ACCEPTED",
    "11=X2|150=I|39=4|790=Q7, ACCEPTED",
    "11=X1|150=I|39=8|790=Q7, REFUSED",
    "11=X1|150=I|39=0|790=Q8, NONE",
    "11=X1|150=F|39=2, NONE"
  })
  void shouldKnowTheStateBySameOrdStatusReqId(String report, Answer expected) {
    assertThat(Answer.of(report(report), status)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "11=X1|150=I|39=0, ACCEPTED",
    "11=X2|55=ABC|54=1|150=I|39=0, ACCEPTED",
    "11=X1|55=ABC|54=1|150=I|39=8, REFUSED",
    "11=X1|55=ABC|54=1|150=8|39=8, REFUSED",
    "11=X2|55=ABC|54=2|150=I|39=0, NONE",
    "11=X2|55=XYZ|54=1|150=I|39=0, NONE",
    "11=X1|55=ABC|54=1|150=F|39=2, NONE"
  })
  void shouldKnowTheStateWhereOrdStatusReqIdIsNotRepeated(String report, Answer expected) {
    assertThat(Answer.of(report(report), status)).isEqualTo(expected);
  }

  @Test
  void shouldKnowTheAnswerToAnOrderByClOrdId() {
    Message cancel = Requests.cancel("X2", "X1", '1', "ABC", "1");

    assertThat(Answer.of(report("11=X2|41=X1|150=4|39=4"), cancel)).isEqualTo(Answer.ACCEPTED);
    assertThat(Answer.of(report("11=X1|150=F|39=1"), cancel)).isEqualTo(Answer.NONE);
  }

  private static Message report(String fields) {
    Message message = new Message();
    message.getHeader().setString(35, "8");
    for (String field : fields.split("\\|", -1)) {
      int equals = field.indexOf('=');
      message.setString(Integer.parseInt(field, 0, equals, 10), field.substring(equals + 1));
    }
    return message;
  }
}
