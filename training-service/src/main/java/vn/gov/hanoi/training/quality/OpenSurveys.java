package vn.gov.hanoi.training.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.gov.hanoi.training.course.ClassDelivered;

/** Opens the evaluations of a class that is over, in the transaction of its closing. */
@ApplicationScoped
class OpenSurveys {
    private final SurveyRepository surveys;
    private final QualityRules rules = QualityRules.shipped();

    OpenSurveys(SurveyRepository surveys) {
        this.surveys = surveys;
    }

    void open(@Observes ClassDelivered over) {
        rules.forms().forEach(form -> surveys.open(over, form, rules));
    }
}
