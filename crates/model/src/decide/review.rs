use super::Draft;
use crate::{
    Activity, EarlierDecision, Event, IDEA_CHARS, LINE_CHARS, Misplaced, Panel, REFLECTION_CHARS, Recommendation,
    Rejection, Review, Seq, WordsHash, WordsId, checked_line, checked_words,
    review::{EDITIONS, REVIEWS},
};

impl Panel {
    pub(super) fn freeze_report(&self, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        if !self.has_begun() {
            return Err(Misplaced::NothingToReport.into());
        }
        if !self.is_newer_than_frozen() {
            return Err(Misplaced::NothingNew.into());
        }
        if self.frozen.len() >= EDITIONS {
            return Err(Misplaced::EnoughEditions.into());
        }
        draft.push(Event::ReportFrozen {
            edition: self.frozen.len() as u16 + 1,
            until: self.seq,
        });
        Ok(())
    }

    pub(super) fn review_report(&self, review: &Review, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        if self.frozen_report(review.edition).is_none() {
            return Err(Misplaced::NotFrozen.into());
        }
        if !self.is_recommendable(review.recommendation) {
            return Err(Rejection::UnknownRecommendation);
        }
        let before = self.review(review.recommendation);
        if before.map(|reviewed| reviewed.seq) != review.seen {
            return Err(Misplaced::ReviewedMeanwhile.into());
        }
        if self.reviews.len() >= REVIEWS {
            return Err(Misplaced::EnoughSaid.into());
        }
        let owner = if_any(&review.owner, |text| checked_line(text, LINE_CHARS))?;
        let horizon = if_any(&review.horizon, |text| checked_line(text, LINE_CHARS))?;
        let comment = if_any(&review.comment, |text| checked_words(text, IDEA_CHARS))?;
        let speaker = if_any(&review.speaker, |text| checked_line(text, LINE_CHARS))?;
        let text = |words: Option<WordsId>| words.and_then(|words| self.text(words));
        let same = comment.is_none()
            && before.and_then(|reviewed| reviewed.ruling) == review.ruling
            && before.and_then(|reviewed| text(reviewed.owner)) == owner.as_deref()
            && before.and_then(|reviewed| text(reviewed.horizon)) == horizon.as_deref();
        if same {
            return Err(Misplaced::NothingSaid.into());
        }
        let mut written = |text: Option<String>| text.map(|text| draft.write(None, text));
        let (owner, horizon) = (written(owner), written(horizon));
        let (comment, speaker): (Option<(WordsId, WordsHash)>, _) = (written(comment), written(speaker));
        draft.push(Event::RecommendationDecided {
            recommendation: review.recommendation,
            edition: review.edition,
            ruling: review.ruling,
            owner,
            horizon,
            comment,
            speaker,
        });
        Ok(())
    }

    /// What was brought before and is the same is not brought again.
    pub(super) fn bring(&self, decision: &EarlierDecision, draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        let title = checked_line(&decision.title, LINE_CHARS)?;
        let what = checked_words(&decision.what, REFLECTION_CHARS)?;
        let owner = if_any(&decision.owner, |text| checked_line(text, LINE_CHARS))?;
        let horizon = if_any(&decision.horizon, |text| checked_line(text, LINE_CHARS))?;
        let text = |words: Option<WordsId>| words.and_then(|words| self.text(words));
        let there = self.brought.iter().any(|brought| {
            (brought.panel, brought.recommendation) == (decision.panel, decision.recommendation)
                && brought.ruling == decision.ruling
                && text(brought.what) == Some(&what)
                && text(brought.owner) == owner.as_deref()
                && text(brought.horizon) == horizon.as_deref()
        });
        if there {
            return Ok(());
        }
        let what = draft.write(None, what);
        let mut written = |text: Option<String>| text.map(|text| draft.write(None, text));
        let (owner, horizon) = (written(owner), written(horizon));
        draft.push(Event::DecisionBrought {
            panel: decision.panel,
            title,
            recommendation: decision.recommendation,
            ruling: decision.ruling,
            what,
            owner,
            horizon,
        });
        Ok(())
    }

    pub(super) fn erase_reviews(&self, entries: &[Seq], draft: &mut Draft<'_, '_>) -> Result<(), Rejection> {
        for entry in entries {
            let brought = self.brought.iter().any(|brought| brought.seq == *entry);
            if !brought && self.review_at(*entry).is_none() {
                return Err(Rejection::UnknownRecommendation);
            }
            draft.push(Event::ReviewErased { entry: *entry });
        }
        Ok(())
    }

    /// Whether a report can recommend it: it is there, and on screens.
    fn is_recommendable(&self, recommendation: Recommendation) -> bool {
        match recommendation {
            Recommendation::Idea(idea) => self.is_visible(idea),
            Recommendation::Theme(theme) => self.themes.today(theme).is_some(),
            Recommendation::Item(activity, item) => {
                let survey = self.activity(activity).filter(|activity| activity.survey().is_some());
                survey.is_some_and(|activity: &Activity| self.items(activity).contains(&item))
            }
            Recommendation::Step(number) => self.framework.steps.iter().any(|step| step.number == number),
        }
    }
}

/// A text as it is kept; none where it is empty.
fn if_any<E>(text: &str, checked: impl Fn(&str) -> Result<String, E>) -> Result<Option<String>, E> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    checked(text).map(Some)
}
