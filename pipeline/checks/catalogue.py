"""The checks in order of trial: adding one is one function in its topic and one name here."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.checks.across import (
    corpus,
    duplicate,
    mirror,
    outlier,
    peer,
    shift,
    total,
    total_row,
    unit_mix,
)
from pipeline.checks.arithmetic import (
    conversion,
    density,
    enumeration,
    extreme,
    growth,
    household,
    part,
    repeated,
    restated,
    shares,
    whole,
)
from pipeline.checks.check import Check, declared
from pipeline.checks.chronology import era, jubilee, notation, order, tie, vintage
from pipeline.checks.claim import claims, place, standing, trend
from pipeline.checks.form import grouping, kind, possible, stated
from pipeline.checks.outside import climate, external, nesting
from pipeline.checks.reading import (
    account,
    character,
    intake,
    label,
    name,
    presence,
    remnant,
    single,
    spelling,
)
from pipeline.checks.upkeep import UPKEEP, Upkeep

CATALOGUE: tuple[Check, ...] = declared(
    intake.bytes_are_text,
    intake.texts_with_figures_give_profiles,
    character.characters_are_what_they_look_like,
    account.every_figure_is_accounted_for,
    label.labels_are_known,
    name.a_name_is_spelt_in_one_way,
    spelling.names_are_spelt_alike_on_a_page,
    remnant.figures_have_what_they_need,
    single.profiles_tell_of_one_place,
    presence.profiles_have_what_their_neighbours_have,
    possible.dates_are_in_the_calendar,
    kind.figures_are_of_the_kind_that_the_label_asks_for,
    stated.countries_are_those_of_the_list,
    stated.addresses_are_well_formed,
    stated.values_are_no_placeholders,
    outlier.figures_are_of_their_neighbours_order,
    possible.people_are_counted_whole,
    grouping.digits_are_grouped_as_on_the_page,
    shares.shares_are_as_precise_as_their_neighbours,
    whole.parts_make_their_whole,
    shares.shares_of_a_partition_make_100,
    whole.gdp_is_per_capita_times_population,
    density.area_and_population_make_a_density,
    household.households_times_their_size_are_the_people,
    growth.growth_is_that_between_two_counts,
    part.parts_are_no_larger_than_their_wholes,
    conversion.two_units_give_one_size,
    restated.restated_figures_agree,
    repeated.facts_are_given_once,
    repeated.unlike_facts_have_figures_of_their_own,
    possible.figures_are_possible_at_all,
    tie.dates_of_one_tie_agree,
    era.eras_and_years_agree,
    tie.neighbours_have_dates_of_their_own,
    order.no_date_is_still_to_come,
    notation.day_and_month_can_be_told_apart,
    notation.weekdays_are_those_of_their_dates,
    order.a_place_is_founded_before_it_is_renamed,
    jubilee.jubilees_count_from_their_dates,
    notation.dates_are_punctuated_as_usual,
    claims.ratios_to_one_place_agree,
    claims.shares_of_a_region_fit_its_area,
    claims.ranks_are_within_their_number,
    standing.the_largest_is_larger_than_its_neighbours,
    standing.shares_and_figures_of_one_column_agree,
    extreme.the_mean_lies_between_the_extremes,
    trend.changes_go_the_way_that_is_told,
    enumeration.lists_have_as_many_as_they_say,
    place.places_lie_where_the_text_says,
    place.places_lie_on_the_stated_side,
    external.sizes_are_of_the_order_of_the_reference,
    external.regions_lie_in_their_country,
    nesting.places_lie_in_the_region_of_their_label,
    external.money_is_in_the_country_s_currency,
    climate.heights_and_climates_fit_the_country,
    corpus.neighbours_have_figures_of_their_own,
    shift.columns_stand_beside_their_rows,
    unit_mix.one_column_has_one_unit,
    total.the_whole_is_the_sum_of_its_rows,
    total_row.rows_make_the_total_below_them,
    total.a_page_has_as_many_places_as_it_says,
    vintage.figures_are_of_one_time,
    duplicate.texts_are_there_once,
    mirror.a_place_has_one_profile,
    mirror.documents_agree_on_a_place,
    peer.sizes_are_of_the_order_of_their_kind,
)

BY_CODE = {one.code: one for one in CATALOGUE}

# Everything that a finding can be of: what is looked for in texts, then in the files beside them.
TOLD: Mapping[str, Check | Upkeep] = {**BY_CODE, **{one.code: one for one in UPKEEP}}
