import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { ask } from './api'
import { auditSearch } from './audit/search'
import { campaignsSearch, newCampaignSearch } from './campaigns/search'
import { ordersSearch } from './orders/search'
import { productsSearch } from './products/search'
import { refundsSearch } from './refunds/search'
import { compareSearch } from './reports/compareSearch'
import { dashboardsSearch } from './reports/dashboards/search'
import { portfolioSearch } from './reports/search'
import { whatIfSearch } from './reports/whatIf/search'
import { moneySearch } from './reports/money/search'
import { shippingSearch } from './shipping/search'
import { firstPageFor } from './shell/places'
import { PageFailed } from './shell/PageFailed'
import { PageNotFound } from './shell/PageNotFound'
import { Shell } from './shell/Shell'

// All pages and their addresses. Pages come in parts of their own, fetched when they are first looked at.

const root = createRootRoute({ component: Shell, notFoundComponent: PageNotFound, errorComponent: PageFailed })
const under = { getParentRoute: () => root }

const start = createRoute({
  ...under,
  path: '/',
  beforeLoad: async () => {
    const session = await ask('session.current', {})
    throw redirect({ to: firstPageFor(session.kind === 'signed in' ? session.who.roles : []), replace: true })
  },
})

const overview = createRoute({
  ...under,
  path: '/overview',
  component: lazyRouteComponent(() => import('./overview/OverviewPage'), 'OverviewPage'),
})

const queue = createRoute({
  ...under,
  path: '/queue',
  component: lazyRouteComponent(() => import('./queue/QueuePage'), 'QueuePage'),
})

const products = createRoute({
  ...under,
  path: '/products',
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import('./products/ProductsPage'), 'ProductsPage'),
})
const product = createRoute({
  ...under,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('./products/ProductEditorPage'), 'ProductEditorPage'),
})
const productPreview = createRoute({
  ...under,
  path: '/products/$productId/preview',
  component: lazyRouteComponent(() => import('./products/ProductPreviewPage'), 'ProductPreviewPage'),
})

const campaigns = createRoute({
  ...under,
  path: '/campaigns',
  validateSearch: campaignsSearch,
  component: lazyRouteComponent(() => import('./campaigns/CampaignsPage'), 'CampaignsPage'),
})
const newCampaign = createRoute({
  ...under,
  path: '/campaigns/new',
  validateSearch: newCampaignSearch,
  component: lazyRouteComponent(() => import('./campaigns/CampaignEditorPage'), 'CampaignEditorPage'),
})
const campaign = createRoute({
  ...under,
  path: '/campaigns/$campaignId',
  component: lazyRouteComponent(() => import('./campaigns/CampaignPage'), 'CampaignPage'),
})
const campaignCharts = createRoute({
  ...under,
  path: '/campaigns/$campaignId/charts',
  component: lazyRouteComponent(() => import('./reports/CampaignChartsPage'), 'CampaignChartsPage'),
})
const campaignEditor = createRoute({
  ...under,
  path: '/campaigns/$campaignId/edit',
  component: lazyRouteComponent(() => import('./campaigns/CampaignEditorPage'), 'CampaignEditorPage'),
})

const orders = createRoute({
  ...under,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('./orders/OrdersPage'), 'OrdersPage'),
})
const orderImport = createRoute({
  ...under,
  path: '/orders/import',
  component: lazyRouteComponent(() => import('./sheets/ImportPage'), 'ImportPage'),
})
const order = createRoute({
  ...under,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('./orders/OrderPage'), 'OrderPage'),
})

const refunds = createRoute({
  ...under,
  path: '/refunds',
  validateSearch: refundsSearch,
  component: lazyRouteComponent(() => import('./refunds/RefundsPage'), 'RefundsPage'),
})

const refundBatches = createRoute({
  ...under,
  path: '/refunds/batches',
  component: lazyRouteComponent(() => import('./refunds/batches/BatchesPage'), 'BatchesPage'),
})
const refundBatch = createRoute({
  ...under,
  path: '/refunds/batches/$batchId',
  component: lazyRouteComponent(() => import('./refunds/batches/BatchPage'), 'BatchPage'),
})

const settlements = createRoute({
  ...under,
  path: '/settlement',
  component: lazyRouteComponent(() => import('./settlement/SettlementsPage'), 'SettlementsPage'),
})
const settlement = createRoute({
  ...under,
  path: '/settlement/$campaignId',
  component: lazyRouteComponent(() => import('./settlement/SettlementPage'), 'SettlementPage'),
})
const statement = createRoute({
  ...under,
  path: '/settlement/$campaignId/statement',
  component: lazyRouteComponent(() => import('./settlement/StatementPage'), 'StatementPage'),
})

const reports = createRoute({
  ...under,
  path: '/reports',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(() => import('./reports/PortfolioPage'), 'PortfolioPage'),
})

const compare = createRoute({
  ...under,
  path: '/reports/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./reports/ComparePage'), 'ComparePage'),
})

const whatIf = createRoute({
  ...under,
  path: '/reports/what-if',
  validateSearch: whatIfSearch,
  component: lazyRouteComponent(() => import('./reports/whatIf/WhatIfPage'), 'WhatIfPage'),
})

const dashboards = createRoute({
  ...under,
  path: '/reports/dashboards',
  validateSearch: dashboardsSearch,
  component: lazyRouteComponent(() => import('./reports/dashboards/DashboardsPage'), 'DashboardsPage'),
})

const moneyReport = createRoute({
  ...under,
  path: '/reports/money',
  validateSearch: moneySearch,
  component: lazyRouteComponent(() => import('./reports/money/MoneyPage'), 'MoneyPage'),
})

const reconcile = createRoute({
  ...under,
  path: '/reports/money/reconcile',
  component: lazyRouteComponent(() => import('./reports/money/ReconcilePage'), 'ReconcilePage'),
})
const releases = createRoute({
  ...under,
  path: '/reports/releases',
  component: lazyRouteComponent(() => import('./reports/releases/ReleasesPage'), 'ReleasesPage'),
})
const release = createRoute({
  ...under,
  path: '/reports/releases/$campaignId',
  component: lazyRouteComponent(() => import('./reports/releases/ReleasePage'), 'ReleasePage'),
})

const audit = createRoute({
  ...under,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit/AuditPage'), 'AuditPage'),
})
const staff = createRoute({
  ...under,
  path: '/staff',
  component: lazyRouteComponent(() => import('./staff/StaffPage'), 'StaffPage'),
})
const account = createRoute({
  ...under,
  path: '/account',
  component: lazyRouteComponent(() => import('./staff/AccountPage'), 'AccountPage'),
})
const backups = createRoute({
  ...under,
  path: '/backups',
  component: lazyRouteComponent(() => import('./backups/BackupsPage'), 'BackupsPage'),
})

const shipping = createRoute({
  ...under,
  path: '/shipping',
  validateSearch: shippingSearch,
  component: lazyRouteComponent(() => import('./shipping/ShippingPage'), 'ShippingPage'),
})
const courierFile = createRoute({
  ...under,
  path: '/shipping/courier-file',
  component: lazyRouteComponent(() => import('./shipping/CourierFilePage'), 'CourierFilePage'),
})
const bulkJobs = createRoute({
  ...under,
  path: '/bulk',
  component: lazyRouteComponent(() => import('./bulk/BulkJobsPage'), 'BulkJobsPage'),
})
const bulkJob = createRoute({
  ...under,
  path: '/bulk/$jobId',
  component: lazyRouteComponent(() => import('./bulk/BulkJobPage'), 'BulkJobPage'),
})
const settings = createRoute({
  ...under,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage'), 'SettingsPage'),
})

const routeTree = root.addChildren([
  start,
  overview,
  queue,
  products,
  product,
  productPreview,
  campaigns,
  newCampaign,
  campaign,
  campaignCharts,
  campaignEditor,
  orders,
  orderImport,
  order,
  refunds,
  refundBatches,
  refundBatch,
  settlements,
  settlement,
  statement,
  reports,
  dashboards,
  compare,
  whatIf,
  moneyReport,
  reconcile,
  releases,
  release,
  audit,
  staff,
  account,
  backups,
  shipping,
  courierFile,
  bulkJobs,
  bulkJob,
  settings,
])

const history = createHashHistory()

/** A router for whoever is signed in. `afresh` begins on the first page instead of the one that the address names. */
export function openRouter(afresh: boolean) {
  if (afresh) history.replace('/')
  return createRouter({
    routeTree,
    history,
    defaultPreload: 'intent',
    // Data is asked by the pages and kept by the query cache; the router only preloads code.
    defaultPreloadStaleTime: 0,
    // Rows of a list keep their identity when only the address's filters change.
    defaultStructuralSharing: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}
