import { check as acledPair } from './acled-pair.ts';
import { check as actorsResolve } from './actors-resolve.ts';
import { check as canonicalForm } from './canonical-form.ts';
import type { Check } from './check.ts';
import { check as claimLocators } from './claim-locators.ts';
import { check as claimValues } from './claim-values.ts';
import { check as correctionsLog } from './corrections-log.ts';
import { check as correctionsRecorded } from './corrections-recorded.ts';
import { check as datesConsistent } from './dates-consistent.ts';
import { check as derivedCurrent } from './derived-current.ts';
import { check as layersCurrent } from './layers-current.ts';
import { check as links } from './links.ts';
import { check as nearDuplicates } from './near-duplicates.ts';
import { check as outcomeMatchesClaims } from './outcome-matches-claims.ts';
import { check as noPersonalData } from './no-personal-data.ts';
import { check as peopleHoldOffice } from './people-hold-office.ts';
import { check as perpetratorsFromClaims } from './perpetrators-from-claims.ts';
import { check as placeInCountry } from './place-in-country.ts';
import { check as placesResolve } from './places-resolve.ts';
import { check as precisionAndUncertainty } from './precision-and-uncertainty.ts';
import { check as routes } from './routes.ts';
import { check as saidBeforePublished } from './said-before-published.ts';
import { check as sensitiveLayers } from './sensitive-layers.ts';
import { check as sensitivePlaces } from './sensitive-places.ts';
import { check as tollMatchesClaims } from './toll-matches-claims.ts';
import { check as uniqueIdsAndFileNames } from './unique-ids-and-file-names.ts';

/** Every rule, in the order in which its problems are told. */
export const CHECKS: readonly Check[] = [
	uniqueIdsAndFileNames,
	claimLocators,
	claimValues,
	saidBeforePublished,
	actorsResolve,
	placesResolve,
	datesConsistent,
	placeInCountry,
	sensitivePlaces,
	precisionAndUncertainty,
	tollMatchesClaims,
	derivedCurrent,
	outcomeMatchesClaims,
	perpetratorsFromClaims,
	acledPair,
	links,
	routes,
	nearDuplicates,
	peopleHoldOffice,
	noPersonalData,
	correctionsLog,
	correctionsRecorded,
	canonicalForm,
	layersCurrent,
	sensitiveLayers,
];
