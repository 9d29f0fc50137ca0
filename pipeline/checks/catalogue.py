"""The checks in order of trial: adding one is one function in its topic and one name here."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.checks import (
    arithmetic,
    chronology,
    claims,
    corpus,
    duplicate,
    external,
    form,
    intake,
    mirror,
    notation,
    order,
    outlier,
    part,
    place,
    presence,
    reading,
    repeated,
    restated,
    shares,
    spelling,
    standing,
    stated,
)
from pipeline.checks.check import Check, declared
from pipeline.checks.upkeep import UPKEEP, Upkeep

CATALOGUE: tuple[Check, ...] = declared(
    intake.bytes_are_text,
    reading.characters_are_what_they_look_like,
    reading.every_figure_is_accounted_for,
    reading.labels_are_known,
    reading.a_name_is_spelt_in_one_way,
    spelling.names_are_spelt_alike_on_a_page,
    presence.figures_have_what_they_need,
    presence.profiles_have_what_their_neighbours_have,
    form.dates_are_in_the_calendar,
    stated.figures_are_of_the_kind_that_the_label_asks_for,
    stated.countries_are_those_of_the_list,
    stated.addresses_are_well_formed,
    stated.values_are_no_placeholders,
    outlier.figures_are_of_their_neighbours_order,
    form.people_are_counted_whole,
    form.digits_are_grouped_as_on_the_page,
    shares.shares_are_as_precise_as_their_neighbours,
    arithmetic.parts_make_their_whole,
    shares.shares_of_a_partition_make_100,
    arithmetic.gdp_is_per_capita_times_population,
    arithmetic.area_and_population_make_a_density,
    part.parts_are_no_larger_than_their_wholes,
    restated.two_units_give_one_size,
    restated.restated_figures_agree,
    repeated.facts_are_given_once,
    repeated.unlike_facts_have_figures_of_their_own,
    form.figures_are_possible_at_all,
    chronology.friendship_comes_before_sisterhood,
    chronology.eras_and_years_agree,
    chronology.neighbours_have_dates_of_their_own,
    chronology.no_date_is_still_to_come,
    notation.day_and_month_can_be_told_apart,
    notation.weekdays_are_those_of_their_dates,
    chronology.a_place_is_founded_before_it_is_renamed,
    notation.dates_are_punctuated_as_usual,
    claims.ratios_to_one_place_agree,
    claims.shares_of_a_region_fit_its_area,
    claims.ranks_are_within_their_number,
    standing.the_largest_is_larger_than_its_neighbours,
    standing.shares_and_figures_of_one_column_agree,
    order.the_mean_lies_between_the_extremes,
    order.changes_go_the_way_that_is_told,
    order.lists_have_as_many_as_they_say,
    place.places_lie_where_the_text_says,
    place.places_lie_on_the_stated_side,
    external.sizes_are_of_the_order_of_the_reference,
    external.regions_lie_in_their_country,
    external.money_is_in_the_country_s_currency,
    external.heights_and_climates_fit_the_country,
    corpus.neighbours_have_figures_of_their_own,
    duplicate.texts_are_there_once,
    mirror.a_place_has_one_profile,
    mirror.documents_agree_on_a_place,
    mirror.sizes_are_of_the_order_of_their_kind,
)

BY_CODE = {one.code: one for one in CATALOGUE}

# Everything that a finding can be of: what is looked for in texts, then in the files beside them.
TOLD: Mapping[str, Check | Upkeep] = {**BY_CODE, **{one.code: one for one in UPKEEP}}
